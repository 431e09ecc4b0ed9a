package org.studyatlas.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.Field;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.IndexField;
import org.studyatlas.schema.TermsField;
import org.studyatlas.schema.WordsIndex;
import org.studyatlas.study.NctId;

/** What is known of a study while its record is read. Used for one record, by one thread. */
final class StudyDraft {

  /** Most sites of a study; the largest real one has 1,600. */
  private static final int MAX_SITES = 20_000;

  /** Most values of a study; the largest real record, of 3.6 MB, has some 100,000. */
  private static final int MAX_VALUES = 500_000;

  /** Most problems of a study; each is kept until the record is counted. */
  private static final int MAX_PROBLEMS = 10_000;

  private final PathNode.Tree tree;
  private final boolean indexing;
  private final DocumentDraft study = new DocumentDraft();
  private final List<Document> sites = new ArrayList<>();
  private final List<Integer> ordinals = new ArrayList<>();
  private final List<FieldProblem> problems = new ArrayList<>();
  private final Set<String> distinct = new HashSet<>();
  private final List<StudyValue> values = new ArrayList<>();
  private final int[] elements;
  private final int[] elementsBeforeSite;
  private final boolean[] present;
  private final SeenValues seen = new SeenValues();
  private DocumentDraft current = study;
  private int valueCount;
  private int sitesWithPoint;
  private boolean siteHasPoint;
  private @Nullable NctId id;
  private long snapshotDay = Recency.UNKNOWN;
  private long updatedDay = Recency.UNKNOWN;

  /**
   * Starts a study.
   *
   * @param indexing whether its documents are wanted, or only its values
   */
  StudyDraft(PathNode.Tree tree, boolean indexing) {
    this.tree = tree;
    this.indexing = indexing;
    elements = new int[tree.nodes().size()];
    elementsBeforeSite = new int[tree.siteLists().size()];
    present = new boolean[tree.nodes().size()];
  }

  /** The document that values go into: a site's while one is read, else the study's. */
  Document document() {
    return current.document();
  }

  /** Adds a value of a text leaf to that document. */
  void addWords(WordsIndex words, String value) {
    current.addWords(words, value);
  }

  /**
   * Begins a site.
   *
   * @param ordinal its place in the record's list, by which readers of the record find it again
   */
  void beginSite(int ordinal) {
    current = new DocumentDraft();
    siteHasPoint = false;
    sites.add(current.document());
    ordinals.add(ordinal);
  }

  void endSite() {
    if (!siteHasPoint) {
      BlockFields.addPlace(current.document());
    }
    addSizesOfSite();
    current = study;
  }

  /** The sizes of a list at one site; those in the whole study follow at its end. */
  private void addSizesOfSite() {
    TermsField sizes = null;
    for (int i = 0; i < elementsBeforeSite.length; i++) {
      PathNode node = tree.siteLists().get(i);
      int count = elements[node.ordinal()] - elementsBeforeSite[i];
      if (count == 0) {
        continue;
      }
      elementsBeforeSite[i] += count;
      if (sizes == null) {
        sizes = new TermsField(BlockFields.SIZES);
        current.document().add(sizes);
      }
      sizes.add(node.sizeTerm(count));
    }
  }

  /**
   * Whether the document lacks the value; true once for each value of a list, always for others.
   * Never, if documents are not wanted.
   */
  boolean isNew(IndexField index, Object value) {
    return indexing && (current != study || !index.field().multiValued() || seen.add(index, value));
  }

  /** Whether a site was begun. */
  boolean hasSites() {
    return !sites.isEmpty();
  }

  /** Notes that the current site has a point; a damaged record may give it several. */
  void pointSeen() {
    sitesWithPoint += siteHasPoint ? 0 : 1;
    siteHasPoint = true;
  }

  /** Counts an element of a list, or the one object of a struct. */
  void countElement(PathNode node) {
    elements[node.ordinal()]++;
  }

  int elements(PathNode node) {
    return elements[node.ordinal()];
  }

  /** Notes that a leaf has a value. */
  void countValue(PathNode leaf) {
    valueCount++;
    elements[leaf.ordinal()]++;
    boolean firstOfSite =
        current != study && leaf.index() instanceof WordsIndex words && words.listedAsPresent();
    if (firstOfSite) {
      current.addPresent(leaf.presentTerm());
    }
  }

  int valueCount() {
    return valueCount;
  }

  /** Notes a text for the statistics. */
  void noteText(Field field, String text) {
    values.add(new StudyValue.Text(field, text));
  }

  /** Notes a number for the statistics. */
  void noteNumber(Field field, long number) {
    values.add(new StudyValue.Number(field, number));
  }

  /** Notes that a struct holds a value. */
  void structPresent(PathNode struct) {
    present[struct.ordinal()] = true;
    if (current != study) {
      current.addPresent(struct.presentTerm());
    }
  }

  /** Collects a value for a counter of distinct values. */
  void collect(String value) {
    distinct.add(value);
  }

  Set<String> distinct() {
    return distinct;
  }

  /** Whether it has more of something than memory should be spent on. */
  boolean isBeyondLimits() {
    return sites.size() > MAX_SITES || valueCount > MAX_VALUES || problems.size() > MAX_PROBLEMS;
  }

  void problem(FieldProblem problem) {
    problems.add(problem);
  }

  void identify(NctId nctId) {
    id = nctId;
  }

  @Nullable NctId id() {
    return id;
  }

  void snapshotDay(long day) {
    snapshotDay = day;
  }

  void updatedDay(long day) {
    updatedDay = day;
  }

  /** The finished study. */
  MappedStudy finish(NctId nctId) {
    org.apache.lucene.document.Field idField = BlockFields.idField(nctId);
    List<Document> block = new ArrayList<>(sites.size() + 1);
    for (int i = 0; i < sites.size(); i++) {
      BlockFields.addToSite(sites.get(i), idField, ordinals.get(i));
      block.add(sites.get(i));
    }
    TermsField sizes = new TermsField(BlockFields.SIZES);
    for (PathNode node : tree.nodes()) {
      if (!node.isRoot()) {
        addPresenceAndSize(node, sizes);
      }
    }
    BlockFields.addToStudy(study.document(), nctId, idField);
    study.document().add(sizes);
    block.add(study.document());
    return new MappedStudy(
        nctId, new Recency(snapshotDay, updatedDay), block, sitesWithPoint, problems, values);
  }

  private void addPresenceAndSize(PathNode node, TermsField sizes) {
    int count = elements[node.ordinal()];
    boolean listed =
        node.index() == null
            ? present[node.ordinal()]
            : count > 0
                && (node.field().ofSite()
                    || node.index() instanceof WordsIndex words && words.listedAsPresent());
    if (listed) {
      study.addPresent(node.presentTerm());
    }
    if (count > 0 && node.field().sized()) {
      sizes.add(node.sizeTerm(count));
      values.add(new StudyValue.ListSize(node.field(), count));
    }
  }
}
