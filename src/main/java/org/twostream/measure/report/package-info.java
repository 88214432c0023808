/**
 * What a person reads: a folder with index.html, metrics.json and PNG figures
 * that needs nothing else, and a table for the console. In: metrics, patches
 * and sections as arrays; out: files. Colours can be told apart by people who
 * see red and green alike, and never say something alone. Works without a
 * screen. Start at {@link org.twostream.measure.report.Report}.
 */

package org.twostream.measure.report;
