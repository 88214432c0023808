
package org.twostream.ui.page;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;

import javax.swing.JComponent;

import org.twostream.review.page.TileBounds;

/** Uses a shown page with the mouse and the keys of the machine. */
public final class RobotHand {

	private final ShownPage shown;
	private final Robot robot;

	public RobotHand(final ShownPage shown) throws Exception {
		this.shown = shown;
		robot = new Robot();
	}

	/** Presses a key of {@link KeyEvent}, with others held. */
	public void key(final int key, final int... held) {
		for (final int h : held)
			robot.keyPress(h);
		robot.keyPress(key);
		robot.keyRelease(key);
		for (final int h : held)
			robot.keyRelease(h);
		robot.waitForIdle();
	}

	/** Presses a key and lets go, without waiting for anything. */
	public void press(final int key) {
		robot.keyPress(key);
		robot.keyRelease(key);
	}

	/** Clicks a tile of the page, index in the order of reading. */
	public void click(final int tile) throws Exception {
		moveTo(tile);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
	}

	public void shiftClick(final int tile) throws Exception {
		robot.keyPress(KeyEvent.VK_SHIFT);
		click(tile);
		robot.keyRelease(KeyEvent.VK_SHIFT);
		robot.waitForIdle();
	}

	public void drag(final int from, final int to) throws Exception {
		moveTo(from);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
		moveTo(from < to ? from + 1 : from - 1);
		moveTo(to);
		robot.waitForIdle();
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
	}

	public void moveTo(final int tile) throws Exception {
		final TileBounds b = shown.tile(tile);
		robot.mouseMove(b.x() + b.width() / 3, b.y() + b.height() / 2);
		robot.waitForIdle();
	}

	/** Presses a button of the window by its name. */
	public void press(final String button) throws Exception {
		final JComponent c = shown.part(button, JComponent.class);
		final Point at = ShownPage.onEventThread(c::getLocationOnScreen);
		robot.mouseMove(at.x + c.getWidth() / 2, at.y + c.getHeight() / 2);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
	}

	/** What the screen shows of the window. */
	public BufferedImage picture() throws Exception {
		robot.waitForIdle();
		robot.delay(300);
		final Rectangle window = ShownPage.onEventThread(() -> new Rectangle(shown
			.frame().getLocationOnScreen(), shown.frame().getSize()));
		return robot.createScreenCapture(window);
	}
}
