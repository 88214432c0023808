
package org.twostream.roi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.twostream.core.Nearest;
import org.twostream.core.UserError;

/**
 * What ROIs must fulfil; the key {@code filter}: comparisons of columns of
 * their table, separated by commas, all of which must hold, such as
 * {@code voxels>=500,max_probability<0.9,touches_border=no}. A value that is
 * missing (NaN) fulfils none. Immutable; thread-safe.
 */
public final class RoiCondition implements Predicate<Roi> {

	private static final Pattern COMPARISON = Pattern.compile(
		"\\s*([a-z_]+)\\s*(>=|<=|!=|>|<|=)\\s*(\\S+)\\s*");
	private static final Map<String, ToDoubleFunction<Roi>> NUMBERS = numbers();
	private static final Map<String, Predicate<Roi>> FLAGS = Map.of(
		"touches_border", Roi::touchesBorder, "one_sided", Roi::oneSided);

	private final List<Predicate<Roi>> all;

	private RoiCondition(final List<Predicate<Roi>> all) {
		this.all = List.copyOf(all);
	}

	private static Map<String, ToDoubleFunction<Roi>> numbers() {
		final Map<String, ToDoubleFunction<Roi>> columns = new LinkedHashMap<>();
		columns.put("id", Roi::id);
		columns.put("x_min_px", r -> r.box().xMin());
		columns.put("y_min_px", r -> r.box().yMin());
		columns.put("z_min_px", r -> r.box().zMin());
		columns.put("x_max_px", r -> r.box().xMax());
		columns.put("y_max_px", r -> r.box().yMax());
		columns.put("z_max_px", r -> r.box().zMax());
		columns.put("x_nm", Roi::xNm);
		columns.put("y_nm", Roi::yNm);
		columns.put("z_nm", Roi::zNm);
		columns.put("voxels", Roi::voxels);
		columns.put("mean_probability", Roi::meanProbability);
		columns.put("max_probability", Roi::maxProbability);
		columns.put("best_slice_px", Roi::bestSlice);
		columns.put("angle_deg", Roi::angle);
		columns.put("mean_intensity", Roi::meanIntensity);
		columns.put("sd_intensity", Roi::sdIntensity);
		return columns;
	}

	/**
	 * @param text "" lets all pass
	 * @throws UserError if it is no such list, names no column, or compares what
	 *           cannot be compared
	 */
	public static RoiCondition of(final String text) {
		final List<Predicate<Roi>> all = new ArrayList<>();
		if (!text.isBlank()) for (final String part : text.split(",", -1))
			all.add(comparison(part));
		return new RoiCondition(all);
	}

	private static Predicate<Roi> comparison(final String part) {
		final Matcher m = COMPARISON.matcher(part);
		if (!m.matches()) throw new UserError("filter=" + part +
			" is no comparison of a column; give for example filter=voxels>=500,one_sided=no.");
		final String column = m.group(1);
		if (FLAGS.containsKey(column)) return flag(column, m.group(2), m.group(3));
		if (!NUMBERS.containsKey(column)) {
			final List<String> columns = new ArrayList<>(NUMBERS.keySet());
			columns.addAll(FLAGS.keySet());
			throw new UserError("filter=" + part + " names the column " + column +
				", which the ROI table does not have; did you mean " + Nearest.to(
					column, columns) + "?");
		}
		final ToDoubleFunction<Roi> value = NUMBERS.get(column);
		final DoublePredicate holds = number(part, m.group(2), m.group(3));
		return roi -> holds.test(value.applyAsDouble(roi));
	}

	private static Predicate<Roi> flag(final String column, final String operator,
		final String word)
	{
		if (!operator.matches("!?=") || !word.matches("yes|no"))
			throw new UserError("filter=" + column + operator + word +
				" compares a column of yes and no; give " + column + "=yes or " +
				column + "=no.");
		return operator.equals("=") == word.equals("yes") ? FLAGS.get(column)
			: FLAGS.get(column).negate();
	}

	private static DoublePredicate number(final String part,
		final String operator, final String number)
	{
		final double n;
		try {
			n = Double.parseDouble(number);
		}
		catch (final NumberFormatException e) {
			throw new UserError("filter=" + part + " compares with " + number +
				", which is no number; give one.", e);
		}
		return switch (operator) {
			case ">=" -> v -> v >= n;
			case "<=" -> v -> v <= n;
			case ">" -> v -> v > n;
			case "<" -> v -> v < n;
			case "=" -> v -> v == n;
			default -> v -> v < n || v > n;
		};
	}

	/** Whether all ROIs pass, whatever they are. */
	public boolean isEmpty() {
		return all.isEmpty();
	}

	@Override
	public boolean test(final Roi roi) {
		for (final Predicate<Roi> one : all)
			if (!one.test(roi)) return false;
		return true;
	}
}
