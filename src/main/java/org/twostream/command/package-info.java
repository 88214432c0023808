/**
 * The doors to the steps: one SciJava command per step, and the shell and the
 * plain ImageJ 1.x bridge, both made from the commands' parameters. In: keys
 * and values; out: what {@link org.twostream.loop.StepResult} says. Every field
 * marked as a parameter is a key, under the same name in all of them. Start at
 * {@link org.twostream.command.StepCommand};
 * {@link org.twostream.command.Steps} lists the steps. Nothing may import this
 * package.
 */

package org.twostream.command;
