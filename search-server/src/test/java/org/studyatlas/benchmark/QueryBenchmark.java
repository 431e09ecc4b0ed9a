package org.studyatlas.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * Measures a running server: each kind of request by one client, then all kinds by many.
 *
 * <p>Arguments: address, process id of the server, requests of each kind, seconds of the load with
 * many clients. Prints a table in Markdown. Exits with an exception if any answer is no 200.
 */
final class QueryBenchmark {

  private static final long SEED = 7;
  private static final long WARM_UP_SEED = 8;
  private static final int CLIENTS = 32;
  private static final PrintStream OUT = System.out;

  private final Client client;
  private final ProcessHandle server;

  private QueryBenchmark(String base, long pid) {
    client = new Client(base);
    server =
        ProcessHandle.of(pid)
            .orElseThrow(() -> new IllegalArgumentException("no process has the id " + pid));
  }

  /** Runs it. */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    if (args.length != 4) {
      throw new IllegalArgumentException("usage: <address> <pid> <requests> <seconds>");
    }
    QueryBenchmark benchmark = new QueryBenchmark(args[0], Long.parseLong(args[1]));
    benchmark.run(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
  }

  private void run(int requests, int seconds)
      throws IOException, InterruptedException, ExecutionException {
    for (Workload workload : new Workloads(client, requests, WARM_UP_SEED).all()) {
      for (String target : workload.targets()) {
        client.ask(target);
      }
    }
    List<Workload> workloads = new Workloads(client, requests, SEED).all();
    OUT.println("| request | p50 ms | p99 ms | server CPU ms | p50 asked | p99 asked |");
    OUT.println("|---|---|---|---|---|---|");
    for (Workload workload : workloads) {
      measure(workload);
    }
    if (seconds > 0) {
      Load one = new Load(client, workloads, 1, seconds);
      Load many = new Load(client, workloads, CLIENTS, seconds);
      Load.Result alone = one.run();
      Load.Result together = many.run();
      OUT.println();
      OUT.println(alone);
      OUT.println(together);
      OUT.printf("throughput %.2f times%n", together.perSecond() / alone.perSecond());
    }
  }

  private void measure(Workload workload) throws IOException, InterruptedException {
    List<String> targets = workload.targets();
    long[] nanos = new long[targets.size()];
    double before = cpuMillis();
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = client.time(targets.get(i));
    }
    double cpu = (cpuMillis() - before) / nanos.length;
    Latencies times = new Latencies(nanos);
    OUT.printf(
        "| %s | %.2f | %.2f | %.2f | %s | %s |%n",
        workload.name(),
        times.percentile(0.5),
        times.percentile(0.99),
        cpu,
        target(workload.targetMedian()),
        target(workload.targetWorst()));
  }

  private double cpuMillis() {
    Optional<Duration> cpu = server.info().totalCpuDuration();
    return cpu.map(duration -> (double) duration.toMillis()).orElse(Double.NaN);
  }

  private static String target(double millis) {
    return millis == 0 ? "–" : String.valueOf(millis);
  }
}
