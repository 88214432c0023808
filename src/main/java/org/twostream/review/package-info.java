/**
 * What people answer and what follows from it. In come queries and ROIs; a
 * {@link org.twostream.review.Reviewer} answers them into a
 * {@link org.twostream.review.Journal}, which keeps every answer on disk before
 * it says so. Reading merges all journals of a folder
 * ({@link org.twostream.review.Verdicts}), finds the ROIs they are about in a
 * newer proposal ({@link org.twostream.review.CarryOver}), settles several
 * annotators ({@code review.consensus}) and spreads the answers to all ROIs
 * ({@link org.twostream.review.AnswerSpreading}). Start at
 * {@link org.twostream.review.Verdict}.
 */

package org.twostream.review;
