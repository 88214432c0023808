
package org.twostream.ui.planes;

import java.awt.BorderLayout;
import java.awt.Font;
import java.util.function.Consumer;

import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The line at the foot: what the window says, and where to go. */
@SuppressWarnings("serial")
final class Foot extends JPanel {

	private final JLabel line = new JLabel(" ");
	private final JTextField field = new JTextField(18);
	private final JPanel question = new JPanel(new BorderLayout(8, 0));

	/**
	 * @param go told what was typed
	 * @param back gives the focus back
	 */
	Foot(final Consumer<String> go, final Runnable back) {
		super(new BorderLayout(16, 0));
		setBackground(Shades.PANEL);
		setBorder(BorderFactory.createEmptyBorder(4, 10, 4, 10));
		line.setName("line");
		line.setFont(Shades.font(Font.PLAIN, 13));
		add(line, BorderLayout.CENTER);
		final JLabel label = new JLabel("Go to ROI, or x,y,z in voxels:");
		label.setForeground(Shades.TEXT);
		field.setName("goto");
		question.setOpaque(false);
		question.add(label, BorderLayout.WEST);
		question.add(field, BorderLayout.CENTER);
		question.setVisible(false);
		add(question, BorderLayout.EAST);
		field.addActionListener(e -> {
			go.accept(field.getText());
			close(back);
		});
		field.getInputMap().put(javax.swing.KeyStroke.getKeyStroke("ESCAPE"),
			"back");
		field.getActionMap().put("back", new javax.swing.AbstractAction() {

			@Override
			public void actionPerformed(final java.awt.event.ActionEvent e) {
				close(back);
			}
		});
	}

	private void close(final Runnable back) {
		question.setVisible(false);
		back.run();
	}

	/** Asks where to go; everything else goes on. */
	void ask() {
		question.setVisible(true);
		revalidate();
		field.selectAll();
		field.requestFocusInWindow();
	}

	void say(final String sentence) {
		line.setForeground(Shades.DIM);
		line.setText(sentence.isEmpty() ? " " : sentence);
	}

	/** Says in red what could not be done. */
	void fail(final String sentence) {
		line.setForeground(Shades.FAILURE);
		line.setText(sentence);
	}
}
