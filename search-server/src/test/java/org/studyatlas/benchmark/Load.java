package org.studyatlas.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several clients that ask one request after the other, of all kinds in turn, for some time. */
final class Load {

  private final Client client;
  private final List<String> targets = new ArrayList<>();
  private final int clients;
  private final int seconds;

  Load(Client client, List<Workload> workloads, int clients, int seconds) {
    this.client = client;
    this.clients = clients;
    this.seconds = seconds;
    int rounds = workloads.stream().mapToInt(w -> w.targets().size()).min().orElseThrow();
    for (int i = 0; i < rounds; i++) {
      for (Workload workload : workloads) {
        targets.add(workload.targets().get(i));
      }
    }
  }

  /** What a load came to. */
  record Result(int clients, int seconds, Latencies times) {

    double perSecond() {
      return (double) times.count() / seconds;
    }

    @Override
    public String toString() {
      return "%d clients: %.1f requests/s, p50 %.1f ms, p99 %.1f ms, no error"
          .formatted(clients, perSecond(), times.percentile(0.5), times.percentile(0.99));
    }
  }

  /** Runs it; an answer that is no 200 ends it with an exception. */
  Result run() throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Long> nanos = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<List<Long>>> results = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        results.add(threads.submit(client(i, end)));
      }
      for (Future<List<Long>> result : results) {
        nanos.addAll(result.get());
      }
    }
    long[] all = nanos.stream().mapToLong(Long::longValue).toArray();
    return new Result(clients, seconds, new Latencies(all));
  }

  private Callable<List<Long>> client(int number, long end) {
    return () -> {
      List<Long> nanos = new ArrayList<>();
      int next = number * targets.size() / clients;
      while (System.nanoTime() < end) {
        nanos.add(client.time(targets.get(next)));
        next = (next + 1) % targets.size();
      }
      return nanos;
    };
  }
}
