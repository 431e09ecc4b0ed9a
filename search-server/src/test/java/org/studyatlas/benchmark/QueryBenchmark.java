package org.studyatlas.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Measures a running server: each kind of request by one client, then all kinds by many.
 *
 * <p>Arguments: address, process id of the server, seconds of warm-up, and unless that is all:
 * requests of each kind, seconds of the load with many clients. Prints a table in Markdown. Exits
 * with an exception if any answer is no 200.
 */
final class QueryBenchmark {

  private static final long SEED = 7;
  private static final long WARM_UP_SEED = 8;
  private static final int CLIENTS = 32;
  private static final int WARM_UP_REQUESTS = 200;
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
    if (args.length != 3 && args.length != 5) {
      throw new IllegalArgumentException(
          "usage: <address> <pid> <seconds of warm-up> [<requests> <seconds>]");
    }
    QueryBenchmark benchmark = new QueryBenchmark(args[0], Long.parseLong(args[1]));
    benchmark.warmUp(Integer.parseInt(args[2]));
    if (args.length == 5) {
      benchmark.run(Integer.parseInt(args[3]), Integer.parseInt(args[4]));
    }
  }

  private void run(int requests, int seconds)
      throws IOException, InterruptedException, ExecutionException {
    List<Workload> workloads = new Workloads(client, requests, SEED).all();
    OUT.println("| request | p50 ms | p99 ms | server CPU ms | p50 asked | p99 asked |");
    OUT.println("|---|---|---|---|---|---|");
    for (Workload workload : workloads) {
      measure(workload);
    }
    stream("export of everything as NDJSON", "/export?format=ndjson");
    stream("download of everything as a zip", "/api/v2/studies/download?format=json.zip");
    if (seconds > 0) {
      load(workloads, seconds);
    }
  }

  /** Other requests of all kinds in turn, until the JVM has compiled what they need. */
  private void warmUp(int seconds) throws IOException {
    List<Workload> workloads = new Workloads(client, WARM_UP_REQUESTS, WARM_UP_SEED).all();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (int i = 0; System.nanoTime() < end; i++) {
      for (Workload workload : workloads) {
        client.ask(workload.targets().get(i % workload.targets().size()));
      }
    }
  }

  private void load(List<Workload> workloads, int seconds)
      throws InterruptedException, ExecutionException {
    Load.Result alone = new Load(client, workloads, 1, seconds).run();
    Load.Result together = new Load(client, workloads, CLIENTS, seconds).run();
    OUT.printf("%n| all kinds in turn, %d clients | p50 ms | p99 ms |%n|---|---|---|%n", CLIENTS);
    for (int i = 0; i < workloads.size(); i++) {
      Latencies times = together.times(i);
      OUT.printf(
          "| %s | %.1f | %.1f |%n",
          workloads.get(i).name(), times.percentile(0.5), times.percentile(0.99));
    }
    OUT.printf("%n%s  %n%s  %n", alone, together);
    OUT.printf("throughput %.2f times%n", together.perSecond() / alone.perSecond());
  }

  private void stream(String name, String target) throws IOException {
    double before = cpuMillis();
    long start = System.nanoTime();
    double megabytes = client.drain(target) / 1e6;
    double seconds = (System.nanoTime() - start) / 1e9;
    OUT.printf(
        "%n%s: %.0f MB, %.1f s, %.0f MB/s, server CPU %.1f s%n",
        name, megabytes, seconds, megabytes / seconds, (cpuMillis() - before) / 1000);
  }

  private void measure(Workload workload) throws IOException {
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
