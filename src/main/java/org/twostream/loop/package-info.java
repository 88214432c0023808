/**
 * The method as a sequence of steps over one project folder. In: a
 * {@link org.twostream.loop.Project} and one options record per step; out:
 * numbered results on disk and a {@link org.twostream.loop.StepResult} that
 * says where they are. Start at {@link org.twostream.loop.ActiveLearning},
 * which has one method per step; each step stands in a class of its own name.
 */

package org.twostream.loop;
