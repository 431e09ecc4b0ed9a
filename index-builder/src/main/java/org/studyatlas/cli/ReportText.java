package org.studyatlas.cli;

import java.util.List;
import java.util.Locale;
import org.studyatlas.build.BuildReport;
import org.studyatlas.build.BuildReport.Example;
import org.studyatlas.build.BuildReport.PhaseTime;
import org.studyatlas.build.BuildReport.ProblemCount;
import org.studyatlas.build.BuildReport.UnknownField;
import org.studyatlas.build.BuildResult;
import org.studyatlas.schema.IndexManifest;
import org.studyatlas.source.Ignored;

/** A build's report as a table for people. */
final class ReportText {

  private static final int MAX_UNKNOWN = 10;
  private static final int MAX_IGNORED = 3;
  private static final String ROW = "          %-10s %s%n";

  private final StringBuilder text = new StringBuilder();

  private ReportText() {}

  static String of(BuildResult result) {
    ReportText table = new ReportText();
    BuildReport report = result.report();
    table.counts(report);
    table.ignored(report.ignored());
    table.problems("rejected", report.problems().rejected());
    table.problems("fields", report.problems().fields());
    table.unknown(report.problems().unknownFields());
    table.phases(report);
    switch (result) {
      case BuildResult.Published published -> {
        table.sizes(report);
        table.row("in service", published.generation().path().toString());
      }
      case BuildResult.TooManyRejected refused -> {}
    }
    return table.text.toString();
  }

  private void counts(BuildReport report) {
    IndexManifest.Counts counts = report.counts();
    text.append(
        "%s [done]     %s read = %s indexed + %s rejected + %s duplicates%n"
            .formatted(
                Figures.clock(report.wallMillis()),
                Figures.count(counts.read()),
                Figures.count(counts.indexed()),
                Figures.count(counts.rejected()),
                Figures.count(counts.duplicates())));
    row(
        "sites",
        "%s, %s with coordinates"
            .formatted(
                Figures.count(counts.sites()),
                Figures.percent(counts.sitesWithPoint(), counts.sites())));
  }

  private void ignored(Ignored ignored) {
    if (ignored.count() > 0) {
      List<String> names = ignored.examples();
      row(
          "not read",
          "%s %s not named as studies are: %s%s"
              .formatted(
                  Figures.count(ignored.count()),
                  ignored.count() == 1 ? "file" : "files",
                  String.join(", ", names.subList(0, Math.min(MAX_IGNORED, names.size()))),
                  ignored.count() > MAX_IGNORED ? ", …" : ""));
    }
  }

  private void problems(String name, List<ProblemCount> problems) {
    String label = name;
    for (ProblemCount problem : problems) {
      row(label, problem.code() + " " + Figures.count(problem.count()) + first(problem));
      label = "";
    }
  }

  private static String first(ProblemCount problem) {
    if (problem.examples().isEmpty()) {
      return "";
    }
    Example example = problem.examples().getFirst();
    String where = example.id().isEmpty() ? example.location() : example.id();
    String detail = example.detail().isEmpty() ? "" : " (" + example.detail() + ")";
    return ", first: %s %s%s".formatted(where, example.path(), detail);
  }

  private void unknown(List<UnknownField> fields) {
    String label = "unknown";
    for (UnknownField field : fields.subList(0, Math.min(MAX_UNKNOWN, fields.size()))) {
      row(label, field.path() + " " + Figures.count(field.count()));
      label = "";
    }
    if (fields.size() > MAX_UNKNOWN) {
      row("", "and " + (fields.size() - MAX_UNKNOWN) + " more paths, see report.json");
    }
  }

  private void phases(BuildReport report) {
    String label = "phases";
    for (PhaseTime phase : report.phases()) {
      row(label, time(phase.phase().text(), phase));
      label = "";
    }
    long wall = report.wallMillis();
    long cpu = report.cpuMillis();
    row("", "total     %10s   cpu %10s".formatted(Figures.seconds(wall), Figures.seconds(cpu)));
    row(
        "rate",
        String.format(
            Locale.ROOT,
            "%s studies/s, %.1f MB/s of JSON; %d threads, peak heap %s",
            Figures.count(Math.round(report.studiesPerSecond())),
            report.megabytesPerSecond(),
            report.resources().threads(),
            Figures.bytes(report.resources().peakHeapBytes())));
  }

  private static String time(String name, PhaseTime phase) {
    return "%-9s %10s   cpu %10s   gc %10s"
        .formatted(
            name,
            Figures.seconds(phase.wallMillis()),
            Figures.seconds(phase.cpuMillis()),
            Figures.seconds(phase.gcMillis()));
  }

  private void sizes(BuildReport report) {
    BuildReport.Resources used = report.resources();
    row(
        "size",
        "%s: lucene %s, records %s, names %s, statistics %s (computed in %s beside merge)"
            .formatted(
                Figures.bytes(
                    used.luceneBytes()
                        + used.recordBytes()
                        + used.namesBytes()
                        + used.statsBytes()),
                Figures.bytes(used.luceneBytes()),
                Figures.bytes(used.recordBytes()),
                Figures.bytes(used.namesBytes()),
                Figures.bytes(used.statsBytes()),
                Figures.seconds(used.statsMillis()).strip()));
  }

  private void row(String label, String value) {
    text.append(ROW.formatted(label, value));
  }
}
