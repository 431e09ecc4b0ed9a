package org.studyatlas.web;

import java.util.List;

/**
 * Something to follow.
 *
 * @param address on this server
 * @param text what is there
 */
record Link(String address, String text) {

  private static final List<Link> DOCS =
      List.of(
          new Link("/docs/search-api.md", "the search of this server"),
          new Link("/docs/sites-and-export.md", "rows of sites, exports, maps and reasons"),
          new Link("/docs/places.md", "places and suggestions"),
          new Link("/docs/serve.md", "running this server"),
          new Link("/docs/api-differences.md", "differences from the registry's API"),
          new Link("/docs/cli.md", "the command line"),
          new Link("/docs/index-format.md", "the format of the index"),
          new Link("/docs/decisions.md", "decisions and their reasons"));

  /** The documents that were packed into this server. */
  static List<Link> docs() {
    return DOCS.stream()
        .filter(doc -> Link.class.getResource(doc.address().substring(1)) != null)
        .toList();
  }
}
