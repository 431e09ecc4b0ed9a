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
  private final List<Workload> workloads;
  private final int clients;
  private final int seconds;

  Load(Client client, List<Workload> workloads, int clients, int seconds) {
    this.client = client;
    this.workloads = List.copyOf(workloads);
    this.clients = clients;
    this.seconds = seconds;
  }

  /** How long one request took. */
  private record Asked(int workload, long nanos) {}

  /** What a load came to. */
  record Result(int clients, int seconds, List<Asked> asked) {

    double perSecond() {
      return (double) asked.size() / seconds;
    }

    /** Times of one kind of requests; all kinds come, since they take turns. */
    Latencies times(int workload) {
      return latencies(asked.stream().filter(a -> a.workload() == workload).toList());
    }

    private static Latencies latencies(List<Asked> asked) {
      return new Latencies(asked.stream().mapToLong(Asked::nanos).toArray());
    }

    @Override
    public String toString() {
      Latencies times = latencies(asked);
      return "%d clients: %.1f requests/s, p50 %.1f ms, p99 %.1f ms, no error"
          .formatted(clients, perSecond(), times.percentile(0.5), times.percentile(0.99));
    }
  }

  /** Runs it; an answer that is no 200 ends it with an exception. */
  Result run() throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Asked> asked = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<List<Asked>>> results = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        results.add(threads.submit(client(i, end)));
      }
      for (Future<List<Asked>> result : results) {
        asked.addAll(result.get());
      }
    }
    return new Result(clients, seconds, asked);
  }

  /** Begins with a kind of its own, so that not all clients ask the same at once. */
  private Callable<List<Asked>> client(int number, long end) {
    return () -> {
      List<Asked> asked = new ArrayList<>();
      for (int next = number; System.nanoTime() < end; next++) {
        int kind = next % workloads.size();
        List<String> targets = workloads.get(kind).targets();
        String target = targets.get((next / workloads.size() + 7 * number) % targets.size());
        asked.add(new Asked(kind, client.time(target)));
      }
      return asked;
    };
  }
}
