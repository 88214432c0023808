/**
 * Verdicts and answers as other programs read them. In come ROIs with what was
 * answered and decided; out go tables and a viewer's state, and masks of single
 * sections for programs that draw outlines. Start at
 * {@link org.twostream.review.export.ExportedRoi}.
 */

package org.twostream.review.export;
