package org.studyatlas.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Inflates all records of a registry and reads their JSON token by token, by all processors: what
 * any build costs at least. Argument: the zip.
 */
final class Floor {

  private static final PrintStream OUT = System.out;
  private static final JsonFactory JSON = new JsonFactory();

  private Floor() {}

  /** Runs it and prints the times. */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    if (args.length != 1) {
      throw new IllegalArgumentException("usage: <zip>");
    }
    long start = System.nanoTime();
    int threads = Runtime.getRuntime().availableProcessors();
    long tokens = 0;
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Callable<Long>> parts =
          IntStream.range(0, threads)
              .<Callable<Long>>mapToObj(part -> () -> tokens(args[0], part, threads))
              .toList();
      for (Future<Long> part : executor.invokeAll(parts)) {
        tokens += part.get();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    OUT.printf(
        "inflating and reading %,d JSON tokens: %.1f s, CPU %.1f s, %d threads%n",
        tokens, seconds, cpu, threads);
  }

  private static long tokens(String file, int part, int parts) throws IOException {
    long tokens = 0;
    int number = 0;
    try (ZipFile zip = new ZipFile(file)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (number++ % parts == part) {
          try (JsonParser parser = JSON.createParser(zip.getInputStream(entry))) {
            while (parser.nextToken() != null) {
              tokens++;
            }
          }
        }
      }
    }
    return tokens;
  }
}
