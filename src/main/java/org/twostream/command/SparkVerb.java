
package org.twostream.command;

import java.io.PrintStream;
import java.util.List;

import org.twostream.block.spark.SparkNode;
import org.twostream.core.Progress;

/** Runs a node of a Spark cluster that needs no installation of Spark. */
final class SparkVerb implements Verb {

	private static final Key NODE = Key.choice("node",
		"What this process is: master or worker. Default: worker.", "worker",
		"master");
	private static final Key MASTER = Key.text("master",
		"Of a worker: URL of the master, spark://host:port. No default.", "");
	private static final Key HOST = Key.text("host",
		"Name by which the other nodes reach this one. Default: what Java finds.",
		"");
	private static final Key PORT = Key.number("port",
		"Of a master: where it listens, 1 to 65535. Default: 7077.", 7077, 1,
		65535);
	private static final Key CORES = Key.number("cores",
		"Of a worker: processor cores that it offers, 1 or more. Default: 0, all.",
		0, 0, 65536);
	private static final Key MEMORY = Key.number("memory_gb",
		"Of a worker: memory in GB for Java, 1 or more; networks need theirs beside " +
			"it. Default: 0, half of the machine's.", 0, 0, 1 << 20);

	@Override
	public String name() {
		return "spark";
	}

	@Override
	public String description() {
		return "Runs a master or worker of a Spark cluster, until it is stopped.";
	}

	@Override
	public String usage() {
		return "";
	}

	@Override
	public List<Key> keys() {
		return List.of(NODE, HOST, PORT, MASTER, CORES, MEMORY);
	}

	@Override
	public void run(final List<String> words, final PrintStream out,
		final Progress progress)
	{
		final Words given = Words.of(this, words, 0);
		final SparkNode node = new SparkNode(given.get("host"), progress);
		if (given.get("node").equals("worker")) {
			node.worker(given.get("master"), number(given, CORES), number(given,
				MEMORY));
			return;
		}
		final int port = number(given, PORT);
		out.println("master\tspark://" + node.host() + ":" + port);
		node.master(port);
	}

	private static int number(final Words given, final Key key) {
		return Integer.parseInt(given.get(key.name()));
	}
}
