package org.studyatlas.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.Derivation;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.ExactIndex;
import org.studyatlas.schema.IndexField;
import org.studyatlas.schema.IndexSchema;
import org.studyatlas.schema.NumberIndex;

/**
 * A node of the record's structure, compiled from the catalogue: where a JSON name leads, and what
 * follows from its value. Immutable after {@link #compile}; shared by all mappers.
 */
final class PathNode {

  /** A counter that is written when its object ends: the elements of these nodes together. */
  record Counter(NumberIndex index, List<PathNode> counted) {}

  /** A counter of distinct values that is written when its object ends. */
  record DistinctCounter(NumberIndex index, PathNode leaf) {}

  /** Sizes of lists up to this one have their terms made before. */
  private static final int COMMON_SIZE = 32;

  private final @Nullable Field field;
  private final int ordinal;
  private final boolean sites;
  private final BytesRef presentTerm;
  private final List<BytesRef> sizeTerms;
  private final Map<String, PathNode> children = new HashMap<>();
  private final List<Counter> counters = new ArrayList<>();
  private final List<DistinctCounter> distinctCounters = new ArrayList<>();
  private @Nullable IndexField index;
  private @Nullable NumberIndex year;
  private @Nullable ExactIndex countryCode;
  private boolean collected;
  private boolean listOfSite;

  private PathNode(@Nullable Field field, int ordinal) {
    this.field = field;
    this.ordinal = ordinal;
    sites = field != null && field.path().equals(Field.SITES_PATH);
    presentTerm = new BytesRef(field == null ? "" : field.piece());
    sizeTerms =
        field == null || !field.sized()
            ? List.of()
            : IntStream.rangeClosed(0, COMMON_SIZE)
                .mapToObj(n -> BlockFields.sizeTerm(field.piece(), n).bytes())
                .toList();
  }

  /**
   * The whole structure.
   *
   * @param nodes all of them, at their ordinals
   * @param siteLists those that a single site can have several values of
   */
  record Tree(PathNode root, List<PathNode> nodes, List<PathNode> siteLists) {}

  /** Compiles the catalogue's structure; the nodes stand at their ordinals. */
  static Tree compile(IndexSchema schema) {
    List<PathNode> nodes = new ArrayList<>();
    PathNode root = new PathNode(null, 0);
    nodes.add(root);
    root.addChildren("", schema, nodes);
    for (PathNode node : List.copyOf(nodes)) {
      node.addDerived(schema);
    }
    List<PathNode> siteLists = nodes.stream().filter(PathNode::isListOfSite).toList();
    return new Tree(root, List.copyOf(nodes), siteLists);
  }

  private void addChildren(String path, IndexSchema schema, List<PathNode> nodes) {
    FieldCatalogue catalogue = schema.catalogue();
    for (Field child : catalogue.children(path)) {
      if (child.indexedOnly()) {
        continue;
      }
      PathNode node = new PathNode(child, nodes.size());
      nodes.add(node);
      children.put(child.name(), node);
      node.listOfSite = child.sized() && catalogue.isListOfSite(child);
      if (child.isStruct()) {
        node.addChildren(child.path(), schema, nodes);
      } else {
        node.index = schema.get(child.piece());
      }
    }
  }

  private void addDerived(IndexSchema schema) {
    String path = field == null ? "" : field.path();
    for (Field child : schema.catalogue().children(path)) {
      Derivation derivation = child.derivation();
      if (derivation == null) {
        continue;
      }
      IndexField derived = schema.get(child.piece());
      switch (derivation) {
        case Derivation.Count count ->
            counters.add(
                new Counter((NumberIndex) derived, count.names().stream().map(this::at).toList()));
        case Derivation.Distinct distinct -> {
          PathNode leaf = at(distinct.path());
          leaf.collected = true;
          distinctCounters.add(new DistinctCounter((NumberIndex) derived, leaf));
        }
        case Derivation.Year y -> at(y.name()).year = (NumberIndex) derived;
        case Derivation.CountryCode c -> at(c.name()).countryCode = (ExactIndex) derived;
      }
    }
  }

  private PathNode at(String dottedPath) {
    PathNode node = this;
    for (String name : Arrays.asList(dottedPath.split("\\."))) {
      PathNode child = node.children.get(name);
      if (child == null) {
        throw new IllegalStateException("no field '" + dottedPath + "' below " + field);
      }
      node = child;
    }
    return node;
  }

  /**
   * The field of the catalogue.
   *
   * @throws IllegalStateException for the root
   */
  Field field() {
    if (field == null) {
      throw new IllegalStateException("the root has no field");
    }
    return field;
  }

  /** Whether it is the study's list of sites. */
  boolean isSites() {
    return sites;
  }

  boolean isRoot() {
    return field == null;
  }

  int ordinal() {
    return ordinal;
  }

  /** The term that tells that it has a value; see {@link BlockFields#PRESENT}. */
  BytesRef presentTerm() {
    return presentTerm;
  }

  /** The term that tells how many values a list has; see {@link BlockFields#SIZES}. */
  BytesRef sizeTerm(int count) {
    return count < sizeTerms.size()
        ? sizeTerms.get(count)
        : BlockFields.sizeTerm(field().piece(), count).bytes();
  }

  @Nullable PathNode child(String name) {
    return children.get(name);
  }

  /** Whether its number of values is kept for each site besides. */
  boolean isListOfSite() {
    return listOfSite;
  }

  /** The Lucene side of a leaf, null for a struct. */
  @Nullable IndexField index() {
    return index;
  }

  List<Counter> counters() {
    return counters;
  }

  List<DistinctCounter> distinctCounters() {
    return distinctCounters;
  }

  /** Takes the year of this date, if the model has such a field. */
  @Nullable NumberIndex year() {
    return year;
  }

  /** Takes the code of this country, if the model has such a field. */
  @Nullable ExactIndex countryCode() {
    return countryCode;
  }

  /** Whether its distinct values are collected while a study is read. */
  boolean collected() {
    return collected;
  }
}
