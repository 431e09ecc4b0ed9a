package org.studyatlas.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.EnumType;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.FieldKind;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.mapping.RejectedStudyException.Code;
import org.studyatlas.schema.ExactIndex;
import org.studyatlas.schema.IndexSchema;
import org.studyatlas.schema.NumberIndex;
import org.studyatlas.schema.PointIndex;
import org.studyatlas.schema.WordsIndex;
import org.studyatlas.study.Age;
import org.studyatlas.study.CountryCodes;
import org.studyatlas.study.NctId;
import org.studyatlas.study.PartialDate;

/** Reads one value of a leaf from the parser into the draft's document. */
final class LeafReader {

  private static final String ID_PIECE = "NCTId";
  private static final String SNAPSHOT_PIECE = "VersionHolder";
  private static final String UPDATED_PIECE = "LastUpdatePostDate";

  private LeafReader() {}

  static void read(PathNode node, JsonParser parser, StudyDraft draft)
      throws IOException, RejectedStudyException {
    if (node.index() instanceof PointIndex points) {
      readPoint(node, points, parser, draft);
      return;
    }
    if (!parser.currentToken().isScalarValue()) {
      StudyMapper.problem(ProblemCode.UNEXPECTED_TYPE, parser, draft, parser.currentToken().name());
      parser.skipChildren();
      return;
    }
    boolean added =
        switch (node.index()) {
          case WordsIndex words -> readWords(node, words, parser, draft);
          case ExactIndex exact -> readExact(node, exact, parser, draft);
          case NumberIndex numbers -> readNumber(node, numbers, parser, draft);
          case PointIndex points -> throw new IllegalStateException("read above: " + points);
          case null -> throw new IllegalStateException("a struct is no leaf: " + node.field());
        };
    if (added) {
      draft.countValue(node);
    }
  }

  private static boolean readWords(
      PathNode node, WordsIndex words, JsonParser parser, StudyDraft draft) throws IOException {
    String text = parser.getText();
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      StudyMapper.problem(ProblemCode.UNEXPECTED_TYPE, parser, draft, text);
    }
    if (text.isEmpty()) {
      return false;
    }
    if (draft.isNew(words, text)) {
      draft.addWords(words, text);
    }
    draft.noteText(node.field(), text);
    if (words.hasValues()) {
      addValue(words, text, parser, draft);
    }
    if (node.collected()) {
      draft.collect(text);
    }
    ExactIndex codes = node.countryCode();
    if (codes != null) {
      CountryCodes.find(text).ifPresent(code -> addCountryCode(codes, code, draft));
    }
    return true;
  }

  private static void addCountryCode(ExactIndex codes, String code, StudyDraft draft) {
    if (draft.isNew(codes, code)) {
      codes.add(draft.document(), code);
    }
    draft.noteText(codes.field(), code);
  }

  private static void addValue(WordsIndex words, String text, JsonParser parser, StudyDraft draft) {
    if (fits(text)) {
      IndexSchema.addValue(draft.document(), IndexSchema.valueField(words.name()), text);
    } else {
      StudyMapper.problem(ProblemCode.VALUE_TOO_LONG, parser, draft, text);
    }
  }

  private static boolean fits(String text) {
    return text.length() <= ExactIndex.MAX_BYTES / 3
        || text.getBytes(StandardCharsets.UTF_8).length <= ExactIndex.MAX_BYTES;
  }

  private static boolean readExact(
      PathNode node, ExactIndex exact, JsonParser parser, StudyDraft draft)
      throws IOException, RejectedStudyException {
    Field field = node.field();
    String text = parser.getText();
    if (text.isEmpty()) {
      return false;
    }
    if (!fits(text)) {
      StudyMapper.problem(ProblemCode.VALUE_TOO_LONG, parser, draft, text);
      return false;
    }
    String value =
        switch (field.kind()) {
          case NCT -> readId(field, text, parser, draft);
          case ENUM -> readConstant(field, text, parser, draft);
          case BOOLEAN -> readBoolean(text, parser, draft);
          case KEYWORD -> text;
          case STRUCT, TEXT, DATE, INTEGER, TIME, GEO ->
              throw new IllegalStateException(field.piece() + " is not matched as a whole");
        };
    if (value == null) {
      return false;
    }
    if (draft.isNew(exact, value)) {
      exact.add(draft.document(), value);
    }
    draft.noteText(field, text);
    return true;
  }

  private static String readId(Field field, String text, JsonParser parser, StudyDraft draft)
      throws RejectedStudyException {
    Optional<NctId> id = NctId.find(text.strip());
    boolean own = field.piece().equals(ID_PIECE);
    if (own && id.isEmpty()) {
      String path = JsonPath.of(parser);
      FieldProblem problem = new FieldProblem(ProblemCode.BAD_NCT_ID, path, text);
      throw new RejectedStudyException(
          Code.BAD_NCT_ID, null, path, "'" + problem.value() + "' is no NCT id", null);
    }
    if (id.isEmpty()) {
      StudyMapper.problem(ProblemCode.BAD_NCT_ID, parser, draft, text);
      return text;
    }
    if (own) {
      draft.identify(id.get());
    }
    return id.get().toString();
  }

  private static String readConstant(
      Field field, String text, JsonParser parser, StudyDraft draft) {
    EnumType type = FieldCatalogue.standard().getEnum(field.findEnumType().orElseThrow());
    if (!type.hasConstant(text)) {
      StudyMapper.problem(ProblemCode.UNKNOWN_ENUM_VALUE, parser, draft, text);
    }
    return text;
  }

  private static @Nullable String readBoolean(String text, JsonParser parser, StudyDraft draft) {
    if (text.equals("true") || text.equals("false")) {
      return text;
    }
    StudyMapper.problem(ProblemCode.BAD_BOOLEAN, parser, draft, text);
    return null;
  }

  private static boolean readNumber(
      PathNode node, NumberIndex numbers, JsonParser parser, StudyDraft draft) throws IOException {
    FieldKind kind = node.field().kind();
    Optional<Long> value =
        switch (kind) {
          case DATE -> readDate(node, parser, draft);
          case TIME -> readAge(node, parser, draft);
          case INTEGER -> readInteger(node, parser, draft);
          case STRUCT, TEXT, NCT, ENUM, BOOLEAN, KEYWORD, GEO ->
              throw new IllegalStateException(node.field().piece() + " has no order");
        };
    if (value.isEmpty()) {
      ProblemCode code =
          kind == FieldKind.DATE
              ? ProblemCode.BAD_DATE
              : kind == FieldKind.TIME ? ProblemCode.BAD_AGE : ProblemCode.BAD_NUMBER;
      StudyMapper.problem(code, parser, draft, parser.getText());
      return false;
    }
    addNumber(numbers, value.get(), draft);
    return true;
  }

  static void addNumber(NumberIndex numbers, long value, StudyDraft draft) {
    if (draft.isNew(numbers, value)) {
      numbers.add(draft.document(), value);
    }
  }

  private static Optional<Long> readAge(PathNode node, JsonParser parser, StudyDraft draft)
      throws IOException {
    Optional<Age> age = Age.find(parser.getText());
    if (age.isPresent()) {
      draft.noteText(node.field(), parser.getText());
    }
    return age.map(NumberIndex::valueOf);
  }

  private static Optional<Long> readInteger(PathNode node, JsonParser parser, StudyDraft draft)
      throws IOException {
    Optional<Long> number = findInteger(parser);
    number.ifPresent(n -> draft.noteNumber(node.field(), n));
    return number;
  }

  private static Optional<Long> findInteger(JsonParser parser) throws IOException {
    try {
      return switch (parser.currentToken()) {
        case VALUE_NUMBER_INT -> Optional.of(parser.getLongValue());
        case VALUE_STRING -> Optional.of(Long.parseLong(parser.getText().strip()));
        default -> Optional.empty();
      };
    } catch (InputCoercionException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> readDate(PathNode node, JsonParser parser, StudyDraft draft)
      throws IOException {
    String text = parser.getText().strip();
    Optional<PartialDate> date = PartialDate.find(text);
    if (date.isEmpty()) {
      return Optional.empty();
    }
    draft.noteText(node.field(), parser.getText());
    NumberIndex years = node.year();
    if (years != null) {
      int year = date.get().first().getYear();
      addNumber(years, year, draft);
      draft.noteNumber(years.field(), year);
    }
    long day = NumberIndex.valueOf(date.get());
    switch (node.field().piece()) {
      case SNAPSHOT_PIECE -> draft.snapshotDay(day);
      case UPDATED_PIECE -> draft.updatedDay(day);
      default -> {}
    }
    return Optional.of(node.field().hasTimeOfDay() ? minute(text, date.get()) : day);
  }

  /** A date without a time counts as its first minute. */
  private static long minute(String text, PartialDate date) {
    return NumberIndex.valueOf(
        PartialDate.findMinute(text).orElseGet(() -> date.first().atStartOfDay()));
  }

  private static void readPoint(
      PathNode node, PointIndex points, JsonParser parser, StudyDraft draft) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      StudyMapper.problem(ProblemCode.BAD_GEO_POINT, parser, draft, parser.getText());
      parser.skipChildren();
      return;
    }
    String path = JsonPath.of(parser);
    double lat = Double.NaN;
    double lon = Double.NaN;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      double number = token.isNumeric() ? parser.getDoubleValue() : Double.NaN;
      switch (name) {
        case "lat" -> lat = number;
        case "lon" -> lon = number;
        default -> StudyMapper.problem(ProblemCode.UNKNOWN_FIELD, parser, draft, "");
      }
      parser.skipChildren();
    }
    if (lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180) {
      points.add(draft.document(), new GeoPoint(lat, lon));
      draft.pointSeen();
      draft.countValue(node);
    } else {
      draft.problem(
          new FieldProblem(ProblemCode.BAD_GEO_POINT, path, "lat " + lat + ", lon " + lon));
    }
  }
}
