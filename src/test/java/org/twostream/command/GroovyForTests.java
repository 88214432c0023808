
package org.twostream.command;

import org.scijava.plugin.Plugin;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;

/** Groovy in SciJava, which Fiji brings itself. */
@Plugin(type = ScriptLanguage.class, name = "Groovy")
public final class GroovyForTests extends AdaptedScriptLanguage {

	public GroovyForTests() {
		super("groovy");
	}
}
