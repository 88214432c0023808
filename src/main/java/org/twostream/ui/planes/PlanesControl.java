
package org.twostream.ui.planes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.swing.SwingUtilities;

import org.twostream.core.UserError;
import org.twostream.review.page.QueryReasons;
import org.twostream.review.scene.BestView;
import org.twostream.review.scene.GoTo;
import org.twostream.review.scene.Neighbours;
import org.twostream.review.scene.Outlines;
import org.twostream.review.scene.PlaneAxis;
import org.twostream.review.scene.PlaneView;
import org.twostream.review.scene.Point;
import org.twostream.review.scene.RoiLocator;
import org.twostream.review.scene.SceneBlocks;
import org.twostream.review.scene.Viewpoint;
import org.twostream.review.session.ReviewScene;
import org.twostream.review.session.ReviewSession;
import org.twostream.review.session.SessionListener;
import org.twostream.roi.RoiTable;

/** What mouse and keys do. Used on the event thread; nothing here waits. */
final class PlanesControl implements SessionListener, PlanePane.Mouse,
	AutoCloseable
{

	/** Beside an ROI by so many pixels is still on it. */
	private static final double NEAR = 4;
	private static final double ZOOM = 1.2;

	private final ReviewSession session;
	private final ReviewScene scene;
	private final RoiTable table;
	private final Surface surface;
	private final SceneBlocks blocks;
	private final RoiLocator locator;
	private final PlaneThread thread;
	private final Background background;
	private final Neighbours neighbours;
	private final QueryReasons reasons;
	private final AtomicBoolean cardDue = new AtomicBoolean();
	private PlaneSettings settings = PlaneSettings.USUAL;
	private Viewpoint viewpoint;
	private boolean upright = true;
	private double notches;
	private boolean complete;
	private Optional<PlaneThread.Scene> asked = Optional.empty();
	private Optional<Point> mouse = Optional.empty();
	/** Row that the planes go to, -1 for none. */
	private int target = -1;

	PlanesControl(final ReviewSession session, final ReviewScene scene,
		final Surface surface)
	{
		this.session = session;
		this.scene = scene;
		this.surface = surface;
		table = session.context().table();
		blocks = new SceneBlocks(scene, table, SceneBlocks.usualCapacity(), Math
			.max(1, Runtime.getRuntime().availableProcessors() - 1), this::failed);
		locator = blocks.locator();
		background = new Background(surface::fail);
		neighbours = new Neighbours(scene.places());
		reasons = new QueryReasons(scene.places());
		final Point middle = blocks.grid().nm(blocks.grid().length(0) / 2, blocks
			.grid().length(1) / 2, blocks.grid().length(2) / 2);
		viewpoint = new Viewpoint(middle, 0, scene.patchNm() / 300);
		thread = new PlaneThread(blocks, new PlanePainter(blocks, new Outlines(
			table), session::answerOfRow, session::missedMarks),
			painted -> SwingUtilities.invokeLater(() -> show(painted)), this::failed);
	}

	/** Goes to the current item. */
	void start() {
		session.add(this);
		session.notices().stream().findFirst().ifPresent(surface::say);
		selected();
	}

	Viewpoint viewpoint() {
		return viewpoint;
	}

	/** What a plane shows. */
	PlaneView view(final PlaneAxis plane) {
		return viewpoint.view(plane, surface.width(plane), surface.height(plane));
	}

	/** Row of the current item, -1 if there is none. */
	private int currentRow() {
		return session.items().isEmpty() ? -1 : session.items().get(session
			.current()).row();
	}

	/** Paints what is to be seen now. */
	void refresh() {
		final List<PlaneView> views = new ArrayList<>();
		for (final PlaneAxis plane : PlaneAxis.values())
			views.add(view(plane));
		final PlaneView section = views.get(0);
		final List<PlaneView> ahead = new ArrayList<>();
		if (!session.items().isEmpty()) session.nextOpen(session.current(), 1)
			.ifPresent(next -> ahead.add(best(BestView.roughly(table.get(session
				.items().get(next).row()), table.voxelSize(), scene.patchNm())).view(
					PlaneAxis.XY, section.width(), section.height())));
		for (final int sections : new int[] { 16, -16 })
			ahead.add(viewpoint.scrolled(PlaneAxis.XY, sections, blocks.grid()).view(
				PlaneAxis.XY, section.width(), section.height()));
		asked = Optional.of(new PlaneThread.Scene(views, ahead, settings,
			currentRow()));
		complete = false;
		thread.paint(asked.get());
	}

	private void show(final PlaneThread.Painted painted) {
		surface.show(painted.pictures());
		complete = painted.complete() && asked.stream().anyMatch(a -> a == painted
			.scene());
	}

	/** Whether the newest of what was asked for is on the screen as a whole. */
	boolean isComplete() {
		return complete;
	}

	private Viewpoint best(final BestView best) {
		return new Viewpoint(best.centre(), upright ? best.angle() : 0, best
			.nmPerPixel(Math.max(1, surface.width(PlaneAxis.XY)), Math.max(1, surface
				.height(PlaneAxis.XY))));
	}

	void move(final Viewpoint to) {
		viewpoint = to;
		refresh();
	}

	/** Shows an ROI as it is seen best. */
	void look(final int row) {
		target = row;
		background.run(() -> BestView.of(scene, table, row), best -> {
			if (target == row) move(best(best));
		});
	}

	/** Goes to the item of a row where it has one, else only looks. */
	void visit(final int row) {
		final OptionalInt item = session.itemOf(row);
		if (item.isPresent()) session.select(item.getAsInt());
		else look(row);
	}

	private void selected() {
		if (currentRow() >= 0) look(currentRow());
		else refresh();
		card();
	}

	private void card() {
		if (!cardDue.compareAndSet(false, true)) return;
		background.run(() -> {
			cardDue.set(false);
			return PlanesCard.of(session, neighbours, reasons);
		}, surface::show);
	}

	// The session calls on its own thread.

	@Override
	public void answered(final Set<Integer> rows) {
		SwingUtilities.invokeLater(() -> {
			refresh();
			card();
		});
	}

	@Override
	public void selected(final int item) {
		SwingUtilities.invokeLater(this::selected);
	}

	@Override
	public void chosen(final Set<Integer> rows) {
		// A query that was chosen is selected anyway.
		if (rows.size() == 1) SwingUtilities.invokeLater(() -> rows.stream().filter(
			row -> session.itemOf(row).isEmpty()).forEach(this::look));
	}

	@Override
	public void missedChanged() {
		SwingUtilities.invokeLater(this::refresh);
	}

	@Override
	public void said(final String sentence) {
		SwingUtilities.invokeLater(() -> surface.say(sentence));
	}

	@Override
	public void failed(final String sentence) {
		SwingUtilities.invokeLater(() -> surface.fail(sentence));
	}

	// What keys do.

	void goTo(final String text) {
		try {
			final GoTo place = GoTo.parse(text, table, blocks.grid());
			place.row().ifPresent(this::visit);
			place.place().ifPresent(p -> {
				target = -1;
				move(viewpoint.at(p, blocks.grid()));
			});
			surface.say("");
		}
		catch (final UserError e) {
			surface.fail(e.getMessage());
		}
	}

	void back() {
		selected();
	}

	void centreAtMouse() {
		mouse.ifPresent(p -> move(viewpoint.at(p, blocks.grid())));
	}

	/** Marks an object that the proposal lacks. */
	void markMissed() {
		mouse.ifPresentOrElse(p -> session.markMissed(voxel(p, 0), voxel(p, 1),
			voxel(p, 2)), () -> surface.say(
				"Move the mouse over the object, then press X."));
	}

	private long voxel(final Point p, final int axis) {
		return Math.round(p.along(axis) / blocks.grid().edge(axis));
	}

	void scroll(final int sections) {
		move(viewpoint.scrolled(PlaneAxis.XY, sections, blocks.grid()));
	}

	void zoom(final int steps) {
		final PlaneView v = view(PlaneAxis.XY);
		move(viewpoint.zoomed(v, v.width() / 2.0, v.height() / 2.0, Math.pow(ZOOM,
			steps), blocks.grid()));
	}

	void change(final PlaneSettings to) {
		settings = to;
		refresh();
	}

	PlaneSettings settings() {
		return settings;
	}

	void toggleUpright() {
		upright = !upright;
		final int row = target >= 0 ? target : currentRow();
		move(viewpoint.turned(upright && row >= 0 ? table.get(row).angle() : 0));
		surface.say(upright ? "Objects are turned upright."
			: "Sections lie as they are stored.");
	}

	// What the mouse does.

	@Override
	public void clicked(final PlaneAxis plane, final int x, final int y,
		final boolean shift)
	{
		final PlaneView v = view(plane);
		final Point place = v.at(x + 0.5, y + 0.5);
		background.run(() -> locator.near(place, NEAR * v.nmPerPixel(), plane),
			row -> {
				if (row.isEmpty()) surface.say(
					"There is no object; click inside an outline.");
				else if (shift) visit(row.getAsInt());
				else {
					surface.say("");
					session.cycleRow(row.getAsInt());
				}
			});
	}

	@Override
	public void dragged(final PlaneAxis plane, final int right, final int down) {
		target = -1;
		move(viewpoint.dragged(view(plane), right, down, blocks.grid()));
	}

	@Override
	public void scrolled(final PlaneAxis plane, final double by) {
		notches += by;
		final long planes = (long) notches;
		notches -= planes;
		if (planes != 0) move(viewpoint.scrolled(plane, planes, blocks.grid()));
	}

	@Override
	public void zoomed(final PlaneAxis plane, final int x, final int y,
		final double by)
	{
		move(viewpoint.zoomed(view(plane), x + 0.5, y + 0.5, Math.pow(ZOOM, -by),
			blocks.grid()));
	}

	@Override
	public void moved(final PlaneAxis plane, final int x, final int y) {
		mouse = Optional.of(view(plane).at(x + 0.5, y + 0.5));
	}

	@Override
	public void close() {
		session.remove(this);
		thread.close();
		background.close();
		blocks.close();
	}
}
