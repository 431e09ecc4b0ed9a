package org.studyatlas.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Prints how a synthetic registry compares with real studies: {@code SampleComparison
 * registry-sample.zip [studies]}. Real samples are often biased to large studies.
 */
final class SampleComparison {

  private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.9, 0.99, 1};

  private final List<Integer> sizes = new ArrayList<>();
  private final List<Integer> sizesWithResults = new ArrayList<>();
  private final List<Integer> sites = new ArrayList<>();
  private final TreeMap<String, List<Integer>> lengths = new TreeMap<>();
  private final Set<String> words = new HashSet<>();
  private final List<String> growth = new ArrayList<>();
  private int sitesWithStatus;
  private int sitesWithPoint;
  private long tokens;

  private SampleComparison() {}

  /** Compares. */
  public static void main(String[] args) throws IOException {
    SampleComparison real = new SampleComparison();
    try (ZipFile zip = new ZipFile(args[0])) {
      List<? extends ZipEntry> entries = new ArrayList<>(Collections.list(zip.entries()));
      Collections.shuffle(entries, new Random(1));
      for (ZipEntry entry : entries) {
        try (InputStream in = zip.getInputStream(entry)) {
          real.add(in.readAllBytes());
        }
      }
    }
    real.print("real studies");
    int studies = args.length > 1 ? Integer.parseInt(args[1]) : real.sizes.size();
    SampleRegistry registry = new SampleRegistry(SampleOptions.of(600_000, 1));
    SampleComparison sample = new SampleComparison();
    for (int i = 0; i < studies; i++) {
      sample.add(registry.study(i));
    }
    sample.print("synthetic studies, the first of 600,000");
  }

  private void add(byte[] record) {
    JsonNode study = Census.parse(record);
    sizes.add(record.length);
    if (study.path("hasResults").booleanValue()) {
      sizesWithResults.add(record.length);
    }
    JsonNode locations = study.at("/protocolSection/contactsLocationsModule/locations");
    sites.add(locations.size());
    for (JsonNode site : locations) {
      sitesWithStatus += site.has("status") ? 1 : 0;
      sitesWithPoint += site.has("geoPoint") ? 1 : 0;
    }
    text("briefTitle", study.at("/protocolSection/identificationModule/briefTitle"));
    text("briefSummary", study.at("/protocolSection/descriptionModule/briefSummary"));
    text("detailedDescription", study.at("/protocolSection/descriptionModule/detailedDescription"));
    text("eligibilityCriteria", study.at("/protocolSection/eligibilityModule/eligibilityCriteria"));
    if (Integer.bitCount(sizes.size()) == 1 && sizes.size() >= 256) {
      growth.add(sizes.size() + " studies: " + tokens + " words, " + words.size() + " different");
    }
  }

  private void text(String name, JsonNode text) {
    if (text.isMissingNode()) {
      return;
    }
    lengths.computeIfAbsent(name, n -> new ArrayList<>()).add(text.asText().length());
    for (String word : text.asText().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      tokens++;
      words.add(word);
    }
  }

  private void print(String title) {
    long siteCount = sites.stream().mapToLong(Integer::longValue).sum();
    System.out.println("== " + sizes.size() + " " + title);
    System.out.println("quantiles                   mean  " + Arrays.toString(SHARES));
    line("bytes", sizes);
    line("bytes with results", sizesWithResults);
    line("sites", sites);
    lengths.forEach(this::line);
    System.out.printf(
        Locale.ROOT,
        "with results %.3f, sites with status %.3f, with a point %.3f%n",
        (double) sizesWithResults.size() / sizes.size(),
        (double) sitesWithStatus / siteCount,
        (double) sitesWithPoint / siteCount);
    growth.forEach(System.out::println);
  }

  private void line(String name, List<Integer> numbers) {
    int[] sorted = numbers.stream().mapToInt(Integer::intValue).sorted().toArray();
    StringBuilder line = new StringBuilder();
    for (double share : SHARES) {
      line.append(' ').append(sorted[(int) Math.min(sorted.length - 1, sorted.length * share)]);
    }
    double mean = Arrays.stream(sorted).average().orElse(0);
    System.out.printf(Locale.ROOT, "%-22s %9.1f %s%n", name, mean, line);
  }
}
