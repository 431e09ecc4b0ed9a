package org.studyatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.studyatlas.facet.SegmentMatches;
import org.studyatlas.schema.BlockFields;

/**
 * What a search finds, kept in parts so that it can be told with any one of them left out: the
 * studies of each filter and the sites of each condition, a bit for each document.
 *
 * <p>Each part is searched once; then a combination costs a pass over the bits, about 0.1 ms for a
 * million documents. For one request, asked by one thread.
 */
final class MatchSets {

  private final IndexSearcher searcher;
  private final List<Query> always;
  private final Map<String, Query> ofStudies;
  private final Map<String, Query> ofSites;
  private final Map<Query, KeptQuery> kept = new HashMap<>();
  private final Map<@Nullable String, List<SegmentMatches>> combinations = new HashMap<>();

  /**
   * The parts of a search.
   *
   * @param always what studies must match in any case
   * @param ofStudies what studies must match besides, by the parameter that demands it
   * @param ofSites what one site of the study must match, likewise
   */
  MatchSets(
      IndexSearcher searcher,
      List<Query> always,
      Map<String, Query> ofStudies,
      Map<String, Query> ofSites) {
    this.searcher = searcher;
    this.always = List.copyOf(always);
    this.ofStudies = new LinkedHashMap<>(ofStudies);
    this.ofSites = new LinkedHashMap<>(ofSites);
  }

  /** What matches all parts except one; null for all of them. Not to be changed. */
  List<SegmentMatches> without(@Nullable String parameter) throws IOException {
    List<SegmentMatches> found = combinations.get(parameter);
    if (found == null) {
      found = matches(parameter, null, null);
      combinations.put(parameter, found);
    }
    return found;
  }

  /** Whether there is a part of that name. */
  boolean has(String parameter) {
    return ofStudies.containsKey(parameter) || ofSites.containsKey(parameter);
  }

  /** Studies that match all parts except one on studies, and instead something else. */
  long countStudies(String without, Query instead) throws IOException {
    return count(matches(without, instead, null));
  }

  /**
   * Studies that do not match all parts, but have a site that matches all conditions except one,
   * and instead something else.
   */
  long countSites(String without, Query instead) throws IOException {
    List<SegmentMatches> others = matches(without, null, instead);
    List<SegmentMatches> hits = without(null);
    long count = 0;
    for (int i = 0; i < others.size(); i++) {
      FixedBitSet studies = others.get(i).studies();
      studies.andNot(hits.get(i).studies());
      count += studies.cardinality();
    }
    return count;
  }

  static long count(List<SegmentMatches> matches) {
    return matches.stream().mapToLong(segment -> segment.studies().cardinality()).sum();
  }

  private List<SegmentMatches> matches(
      @Nullable String except, @Nullable Query study, @Nullable Query site) throws IOException {
    List<Query> studyParts = new ArrayList<>(always);
    List<Query> siteParts = new ArrayList<>();
    addOthers(studyParts, ofStudies, except);
    addOthers(siteParts, ofSites, except);
    if (study != null) {
      studyParts.add(study);
    }
    if (site != null) {
      siteParts.add(site);
    }
    List<KeptQuery> studies = keep(studyParts);
    List<KeptQuery> sites = keep(siteParts);
    List<Callable<SegmentMatches>> segments = new ArrayList<>();
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      segments.add(() -> matches(studies, sites, segment));
    }
    return searcher.getTaskExecutor().invokeAll(segments);
  }

  private List<KeptQuery> keep(List<Query> parts) {
    return parts.stream().map(part -> kept.computeIfAbsent(part, KeptQuery::of)).toList();
  }

  private SegmentMatches matches(
      List<KeptQuery> studyParts, List<KeptQuery> siteParts, LeafReaderContext segment)
      throws IOException {
    SearchClock.requireTime(searcher);
    FixedBitSet studies =
        studyParts.isEmpty()
            ? BlockFields.studyBits(segment).clone()
            : conjunction(studyParts, segment);
    FixedBitSet sites = siteParts.isEmpty() ? null : conjunction(siteParts, segment);
    if (sites != null) {
      studies.and(BlockBits.studiesOf(sites, segment));
    }
    return new SegmentMatches(segment, studies, sites);
  }

  private static void addOthers(
      List<Query> parts, Map<String, Query> all, @Nullable String except) {
    all.forEach(
        (parameter, query) -> {
          if (!parameter.equals(except)) {
            parts.add(query);
          }
        });
  }

  private FixedBitSet conjunction(List<KeptQuery> parts, LeafReaderContext segment)
      throws IOException {
    FixedBitSet all = bitsOf(parts.getFirst(), segment).clone();
    for (int i = 1; i < parts.size(); i++) {
      all.and(bitsOf(parts.get(i), segment));
    }
    return all;
  }

  private FixedBitSet bitsOf(KeptQuery part, LeafReaderContext segment) throws IOException {
    return part.documents(part.finder(searcher), segment).bits();
  }
}
