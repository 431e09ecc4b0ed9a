package org.studyatlas.names;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;

/**
 * Sums that tell whether the index of names belongs to a main index; kept beside its commit.
 *
 * @param sites of the main index
 * @param sitesWithCity sites that count for one of its cities
 * @param sitesWithCountry sites that count for one of its countries
 */
public record NameCounts(long sites, long sitesWithCity, long sitesWithCountry) {

  Map<String, String> toCommitData() {
    return Map.of(
        "sites", Long.toString(sites),
        "sitesWithCity", Long.toString(sitesWithCity),
        "sitesWithCountry", Long.toString(sitesWithCountry));
  }

  /**
   * The counts of an index of names.
   *
   * @throws IOException if it has none
   */
  public static NameCounts of(DirectoryReader names) throws IOException {
    Map<String, String> data = names.getIndexCommit().getUserData();
    try {
      return new NameCounts(
          Long.parseLong(data.getOrDefault("sites", "")),
          Long.parseLong(data.getOrDefault("sitesWithCity", "")),
          Long.parseLong(data.getOrDefault("sitesWithCountry", "")));
    } catch (NumberFormatException e) {
      throw new IOException("the index of names does not tell what it counts", e);
    }
  }
}
