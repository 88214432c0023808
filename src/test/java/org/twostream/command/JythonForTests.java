
package org.twostream.command;

import org.scijava.plugin.Plugin;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;

/** Jython in SciJava, which Fiji brings itself. */
@Plugin(type = ScriptLanguage.class, name = "Jython")
public final class JythonForTests extends AdaptedScriptLanguage {

	public JythonForTests() {
		super("jython");
	}
}
