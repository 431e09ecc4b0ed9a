package org.studyatlas.build;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.studyatlas.build.BuildReport.Example;
import org.studyatlas.build.BuildReport.UnknownField;
import org.studyatlas.mapping.FieldProblem;
import org.studyatlas.mapping.MappedStudy;
import org.studyatlas.mapping.ProblemCode;
import org.studyatlas.mapping.RejectedStudyException;
import org.studyatlas.source.RecordException;
import org.studyatlas.source.SourceRecord;
import org.studyatlas.study.NctId;

/** Keeps account of what is wrong in the records; bounded, whatever the source. */
final class ProblemLog {

  /** More are not looked out for: those that are met first are kept, not the most frequent. */
  private static final int MAX_UNKNOWN_PATHS = 200;

  private static final Pattern ELEMENT = Pattern.compile("\\[\\d+]");

  /** Of a zip entry, or of a file and the first record in it: the others are not what it says. */
  private static final Pattern ID_IN_NAME =
      Pattern.compile("(NCT\\d{8})\\.json(\\.gz)?(:1|\\[0])?$", Pattern.CASE_INSENSITIVE);

  private final ProblemTally rejected = new ProblemTally();
  private final ProblemTally fields = new ProblemTally();
  private final SortedMap<NctId, String> rejectedIds = new TreeMap<>();
  private final Map<String, LongAdder> unknownPaths = new ConcurrentHashMap<>();

  /** A record that could not be read. */
  void rejected(SourceRecord record, RecordException e) {
    NctId id = idInName(e.location());
    reject(record, e.code(), new Example(text(id), e.location(), "$", e.detail()), id);
  }

  private static String text(@Nullable NctId id) {
    return id == null ? "" : id.toString();
  }

  /** A damaged record cannot tell its id, but the registry names files by it. */
  private static @Nullable NctId idInName(String location) {
    Matcher id = ID_IN_NAME.matcher(location);
    return id.find() ? NctId.find(id.group(1)).orElse(null) : null;
  }

  /** A record that is no study. */
  void rejected(SourceRecord record, RejectedStudyException e) {
    NctId id = e.id() == null ? idInName(record.location()) : e.id();
    Example example =
        new Example(text(id), record.location(), e.path(), String.valueOf(e.getMessage()));
    reject(record, e.code().text(), example, id);
  }

  private void reject(SourceRecord record, String code, Example example, @Nullable NctId id) {
    rejected.add(code, new ProblemTally.Place(record.sequence(), 0), () -> example);
    if (id != null) {
      synchronized (rejectedIds) {
        if (rejectedIds.size() < BuildReport.MAX_REJECTED_IDS) {
          rejectedIds.put(id, code);
        }
      }
    }
  }

  /** The problems of a study's values. */
  void fieldProblems(SourceRecord record, MappedStudy study) {
    List<FieldProblem> problems = study.problems();
    for (int i = 0; i < problems.size(); i++) {
      FieldProblem problem = problems.get(i);
      fields.add(
          problem.code().text(),
          new ProblemTally.Place(record.sequence(), i),
          () ->
              new Example(
                  study.id().toString(), record.location(), problem.path(), problem.value()));
      if (problem.code() == ProblemCode.UNKNOWN_FIELD) {
        countUnknown(shape(problem.path()));
      }
    }
  }

  /** The path of the field that is unknown, whichever elements of lists it stands in. */
  private static String shape(String path) {
    String shape = ELEMENT.matcher(path).replaceAll("[]");
    return shape.endsWith("[]") ? shape.substring(0, shape.length() - 2) : shape;
  }

  private void countUnknown(String path) {
    LongAdder known = unknownPaths.get(path);
    if (known == null && unknownPaths.size() >= MAX_UNKNOWN_PATHS) {
      return;
    }
    unknownPaths.computeIfAbsent(path, p -> new LongAdder()).increment();
  }

  /** All of it, for the report. */
  BuildReport.Problems problems() {
    List<UnknownField> unknown =
        unknownPaths.entrySet().stream()
            .map(e -> new UnknownField(e.getKey(), e.getValue().sum()))
            .sorted(
                Comparator.comparingLong(UnknownField::count)
                    .reversed()
                    .thenComparing(UnknownField::path))
            .toList();
    synchronized (rejectedIds) {
      return new BuildReport.Problems(rejected.counts(), rejectedIds, fields.counts(), unknown);
    }
  }
}
