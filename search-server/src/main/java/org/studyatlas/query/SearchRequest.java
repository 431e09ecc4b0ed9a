package org.studyatlas.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.GeoPoint;

/**
 * One search, as both faces of the server ask for it. A study is a hit if it matches {@code query},
 * {@code filter} and all {@code choices} and has a site that fulfils {@code sites}.
 *
 * <p>Start from {@link #ALL} and change what is asked for.
 *
 * @param query what to find; makes the relevance
 * @param filter what to keep; does not touch the relevance
 * @param choices filters that counts can be made without; each parameter once
 * @param sites what one site of the study must fulfil
 * @param origin where distances are measured from, or null if none are wanted
 * @param decay how relevance falls with the distance from the origin, or null if it does not
 * @param sort criteria, the most important first; none leaves the order to the engine, which keeps
 *     it stable
 * @param page which part of the hits
 * @param facets which values to count
 */
public record SearchRequest(
    Expr query,
    Expr filter,
    List<Choice> choices,
    SiteConditions sites,
    @Nullable GeoPoint origin,
    @Nullable GeoDecay decay,
    List<Sort> sort,
    Page page,
    List<FacetRequest> facets) {

  /** The first ten of all studies. */
  public static final SearchRequest ALL =
      new SearchRequest(
          new Expr.All(),
          new Expr.All(),
          List.of(),
          SiteConditions.NONE,
          null,
          null,
          List.of(),
          new Page(PageSize.DEFAULT, null, false),
          List.of());

  /**
   * A part of the hits.
   *
   * @param size greatest number of hits, 0 or more
   * @param cursor where the previous page ended, as the engine told; null for the first page
   * @param countTotal whether to count all hits
   */
  public record Page(int size, @Nullable String cursor, boolean countTotal) {
    /** Checks the size. */
    public Page {
      if (size < 0) {
        throw new IllegalArgumentException("page size must be 0 or more, got " + size);
      }
    }
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if distances are needed but there is no origin
   */
  public SearchRequest {
    choices = List.copyOf(choices);
    sort = List.copyOf(sort);
    facets = List.copyOf(facets);
    boolean byDistance = sort.stream().anyMatch(Sort.ByDistance.class::isInstance);
    if (origin == null && (byDistance || decay != null)) {
      throw new IllegalArgumentException("no origin to measure distances from");
    }
  }

  /** With that query. */
  public SearchRequest withQuery(Expr value) {
    return new SearchRequest(value, filter, choices, sites, origin, decay, sort, page, facets);
  }

  /** Whether anything but conditions on sites is demanded of a study. */
  public boolean restrictsStudies() {
    return !(query instanceof Expr.All && filter instanceof Expr.All && choices.isEmpty());
  }

  /** With that filter. */
  public SearchRequest withFilter(Expr value) {
    return new SearchRequest(query, value, choices, sites, origin, decay, sort, page, facets);
  }

  /** With those filters besides. */
  public SearchRequest withChoices(List<Choice> value) {
    return new SearchRequest(query, filter, value, sites, origin, decay, sort, page, facets);
  }

  /** With those conditions on a site. */
  public SearchRequest withSites(SiteConditions value) {
    return new SearchRequest(query, filter, choices, value, origin, decay, sort, page, facets);
  }

  /** Measuring from there; with a decay of relevance or (null) without. */
  public SearchRequest withOrigin(GeoPoint value, @Nullable GeoDecay decayFromThere) {
    return new SearchRequest(
        query, filter, choices, sites, value, decayFromThere, sort, page, facets);
  }

  /** In that order. */
  public SearchRequest withSort(List<Sort> value) {
    return new SearchRequest(query, filter, choices, sites, origin, decay, value, page, facets);
  }

  /** That page of it. */
  public SearchRequest withPage(Page value) {
    return new SearchRequest(query, filter, choices, sites, origin, decay, sort, value, facets);
  }

  /** With those facets. */
  public SearchRequest withFacets(List<FacetRequest> value) {
    return new SearchRequest(query, filter, choices, sites, origin, decay, sort, page, value);
  }
}
