/**
 * Blocks on Apache Spark. In: the URL of a Spark master; out: a
 * {@link org.twostream.block.BlockEngine} whose runners send a block's task to
 * Spark's executors, one Spark task per block. Spark itself need not be there
 * until an engine is started. Start at
 * {@link org.twostream.block.spark.SparkEngines}.
 */

package org.twostream.block.spark;
