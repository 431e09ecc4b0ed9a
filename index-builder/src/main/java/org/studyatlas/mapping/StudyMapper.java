package org.studyatlas.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.Field;
import org.studyatlas.mapping.RejectedStudyException.Code;
import org.studyatlas.schema.IndexSchema;
import org.studyatlas.schema.NumberIndex;
import org.studyatlas.study.NctId;

/**
 * Maps a study's JSON to its block of documents.
 *
 * <p>One pass, token by token; recursion is bounded by the depth of the model (10), whatever the
 * depth of the JSON. A mapper holds no state between records and may be shared by threads.
 */
public final class StudyMapper {

  private static final JsonFactory JSON = new JsonFactory();

  private final PathNode.Tree tree;

  /** A mapper for the registry's model. */
  public StudyMapper() {
    this.tree = PathNode.compile(IndexSchema.standard());
  }

  /**
   * Maps one record.
   *
   * @param json UTF-8
   * @throws RejectedStudyException if it is no study
   */
  public MappedStudy map(byte[] json) throws RejectedStudyException {
    return map(json, true);
  }

  /**
   * The values of a record alone, without making documents of them.
   *
   * @param json UTF-8
   * @throws RejectedStudyException if it is no study
   */
  public List<StudyValue> values(byte[] json) throws RejectedStudyException {
    return map(json, false).values();
  }

  private MappedStudy map(byte[] json, boolean indexing) throws RejectedStudyException {
    StudyDraft draft = new StudyDraft(tree, indexing);
    try (JsonParser parser = JSON.createParser(json)) {
      try {
        read(parser, draft);
      } catch (StreamConstraintsException e) {
        throw rejected(Code.BEYOND_LIMITS, draft, parser, e.getOriginalMessage(), e);
      } catch (JsonParseException e) {
        throw rejected(Code.BAD_JSON, draft, parser, e.getOriginalMessage(), e);
      } catch (CharConversionException e) {
        throw rejected(Code.BAD_JSON, draft, parser, String.valueOf(e.getMessage()), e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
    }
    NctId id = draft.id();
    Optional<String> fault = StrictUtf8.findFault(json);
    if (fault.isPresent()) {
      throw new RejectedStudyException(Code.BAD_JSON, id, "$", fault.get(), null);
    }
    if (id == null) {
      throw new RejectedStudyException(
          Code.NO_NCT_ID, null, "$.protocolSection.identificationModule", "no nctId", null);
    }
    return draft.finish(id);
  }

  private void read(JsonParser parser, StudyDraft draft)
      throws IOException, RejectedStudyException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw rejected(
          Code.NOT_AN_OBJECT,
          draft,
          parser,
          "expected an object, got " + parser.currentToken(),
          null);
    }
    readObject(tree.root(), parser, draft);
    if (parser.nextToken() != null) {
      throw rejected(Code.BAD_JSON, draft, parser, "content behind the end of the study", null);
    }
  }

  /** Reads the object that the parser has just entered, to its end. */
  private void readObject(PathNode node, JsonParser parser, StudyDraft draft)
      throws IOException, RejectedStudyException {
    int valuesBefore = draft.valueCount();
    int[] elementsBefore = elements(node, draft);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      requireWithinLimits(parser, draft);
      PathNode child = node.child(parser.currentName());
      JsonToken token = parser.nextToken();
      if (child == null) {
        problem(ProblemCode.UNKNOWN_FIELD, parser, draft, "");
        parser.skipChildren();
      } else if (child.isSites() && draft.hasSites()) {
        problem(ProblemCode.REPEATED_FIELD, parser, draft, "");
        parser.skipChildren();
      } else if (token != JsonToken.VALUE_NULL) {
        readValues(child, parser, draft);
      }
    }
    if (!node.isRoot()) {
      addDerived(node, draft, elementsBefore);
      if (draft.valueCount() > valuesBefore) {
        draft.structPresent(node);
      }
    }
  }

  private void readValues(PathNode node, JsonParser parser, StudyDraft draft)
      throws IOException, RejectedStudyException {
    boolean inArray = parser.currentToken() == JsonToken.START_ARRAY;
    if (inArray != node.field().array()) {
      problem(ProblemCode.UNEXPECTED_TYPE, parser, draft, parser.currentToken().name());
    }
    if (!inArray) {
      readValue(node, 0, parser, draft);
      return;
    }
    for (int position = 0; parser.nextToken() != JsonToken.END_ARRAY; position++) {
      requireWithinLimits(parser, draft);
      if (parser.currentToken() != JsonToken.VALUE_NULL) {
        readValue(node, position, parser, draft);
      }
    }
  }

  private static void requireWithinLimits(JsonParser parser, StudyDraft draft)
      throws RejectedStudyException {
    if (draft.isBeyondLimits()) {
      throw rejected(
          Code.BEYOND_LIMITS, draft, parser, "more sites, values or problems than any study", null);
    }
  }

  /**
   * Reads one value.
   *
   * @param position its place in its array, whatever the elements before it were
   */
  private void readValue(PathNode node, int position, JsonParser parser, StudyDraft draft)
      throws IOException, RejectedStudyException {
    Field field = node.field();
    if (!field.isStruct()) {
      LeafReader.read(node, parser, draft);
    } else if (parser.currentToken() != JsonToken.START_OBJECT) {
      problem(ProblemCode.UNEXPECTED_TYPE, parser, draft, parser.currentToken().name());
      parser.skipChildren();
    } else if (node.isSites()) {
      draft.countElement(node);
      draft.beginSite(position);
      readObject(node, parser, draft);
      draft.endSite();
    } else {
      draft.countElement(node);
      readObject(node, parser, draft);
    }
  }

  private static int[] elements(PathNode node, StudyDraft draft) {
    List<PathNode.Counter> counters = node.counters();
    int[] before = new int[counters.size()];
    for (int i = 0; i < before.length; i++) {
      before[i] = sum(counters.get(i), draft);
    }
    return before;
  }

  private static void addDerived(PathNode node, StudyDraft draft, int[] elementsBefore) {
    List<PathNode.Counter> counters = node.counters();
    for (int i = 0; i < elementsBefore.length; i++) {
      PathNode.Counter counter = counters.get(i);
      addDerived(counter.index(), sum(counter, draft) - elementsBefore[i], draft);
    }
    for (PathNode.DistinctCounter counter : node.distinctCounters()) {
      addDerived(counter.index(), draft.distinct().size(), draft);
    }
  }

  private static void addDerived(NumberIndex index, long number, StudyDraft draft) {
    LeafReader.addNumber(index, number, draft);
    draft.noteNumber(index.field(), number);
  }

  private static int sum(PathNode.Counter counter, StudyDraft draft) {
    int sum = 0;
    for (PathNode counted : counter.counted()) {
      sum += draft.elements(counted);
    }
    return sum;
  }

  static void problem(ProblemCode code, JsonParser parser, StudyDraft draft, String value) {
    draft.problem(new FieldProblem(code, JsonPath.of(parser), value));
  }

  private static RejectedStudyException rejected(
      Code code, StudyDraft draft, JsonParser parser, String detail, @Nullable Throwable cause) {
    return new RejectedStudyException(code, draft.id(), JsonPath.of(parser), detail, cause);
  }
}
