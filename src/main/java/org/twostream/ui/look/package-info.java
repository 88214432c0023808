/**
 * How review windows look: colours, fonts, buttons, dark panes that draw
 * themselves. Start at {@link org.twostream.ui.look.Look}.
 */

package org.twostream.ui.look;
