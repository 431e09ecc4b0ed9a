package org.studyatlas.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.fixture.ChildJvm;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexDirectory;
import org.studyatlas.verify.Depth;
import org.studyatlas.verify.IndexVerifier;

/**
 * Kills building processes without warning, at random moments of every phase.
 *
 * <p>Slow, since each of the kills takes a Java process of its own.
 */
@Tag("slow")
class KilledBuildTest {

  private static final int KILLS = 20;
  private static final int STUDIES = 800;

  @TempDir Path temp;

  /** The process that is killed: tells each phase as it begins. */
  static final class Builder {

    private Builder() {}

    public static void main(String[] args) throws IOException {
      PrintStream out = System.out;
      BuildListener listener =
          new BuildListener() {
            @Override
            public void phaseStarted(BuildPhase phase) {
              out.println(phase);
              out.flush();
            }
          };
      IndexBuild.run(
          Builds.options(Path.of(args[0]), Path.of(args[1])),
          InputStream.nullInputStream(),
          listener);
    }
  }

  @Test
  void leavesTheIndexInServiceWheneverABuildIsKilled() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path zip = StudyZip.ofStudies(STUDIES).write(temp.resolve("studies.zip"));
    Builds.publish(Builds.options(zip, index()));

    for (int i = 0; i < KILLS; i++) {
      BuildPhase during = BuildPhase.values()[i % BuildPhase.values().length];
      String before = inService().name();

      BuildPhase reached = killDuring(during, random.nextInt(longestDelay(during)), zip);

      String moment = "seed %d, kill %d after %s began".formatted(seed, i, reached);
      if (reached != BuildPhase.PUBLISH) {
        assertThat(inService().name()).as(moment).isEqualTo(before);
      }
      assertThat(IndexVerifier.verify(inService(), Depth.QUICK).differences()).as(moment).isEmpty();
      Builds.publish(Builds.options(zip, index()));
      assertThat(Builds.namesIn(index()))
          .as(moment)
          .containsExactly("CURRENT", "build.lock", "generations");
      assertThat(Builds.namesIn(index().resolve("generations")))
          .as(moment)
          .hasSize(2)
          .noneMatch(name -> name.startsWith("."));
    }
    Builds.requireSound(index());
  }

  /** In milliseconds, so that kills fall into the whole phase. */
  private static int longestDelay(BuildPhase phase) {
    return switch (phase) {
      case PLAN -> 100;
      case INDEX -> 1000;
      case MERGE, VERIFY -> 60;
      case PUBLISH -> 20;
    };
  }

  /** Kills a build that many milliseconds after a phase began; returns the last one that began. */
  private BuildPhase killDuring(BuildPhase during, int delayMillis, Path zip) throws Exception {
    List<String> command =
        ChildJvm.command(
            List.of("-Xmx256m"), Builder.class.getName(), List.of(zip + "", index() + ""));
    Path errors = temp.resolve("errors.txt");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    BuildPhase reached = BuildPhase.PLAN;
    try (BufferedReader phases = process.inputReader()) {
      String line = phases.readLine();
      while (line != null && BuildPhase.valueOf(line) != during) {
        line = phases.readLine();
      }
      assertThat(line).as("phase %s; %s", during, Files.readString(errors)).isNotNull();
      Thread.sleep(delayMillis);
      // By its handle: Process.destroyForcibly would close the pipe with what is still to be read.
      process.toHandle().destroyForcibly();
      process.waitFor();
      reached = during;
      for (line = phases.readLine(); line != null; line = phases.readLine()) {
        reached = BuildPhase.valueOf(line);
      }
    }
    return reached;
  }

  private Generation inService() throws IOException {
    return new IndexDirectory(index()).findCurrent().orElseThrow();
  }

  private Path index() {
    return temp.resolve("index");
  }
}
