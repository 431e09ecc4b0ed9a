package org.studyatlas.build;

import java.io.IOException;
import java.io.InputStream;
import org.studyatlas.schema.IndexDirectory;
import org.studyatlas.source.SourceException;
import org.studyatlas.source.StudySource;

/**
 * Builds an index from a source of studies and puts it in service.
 *
 * <p>The new generation is written beside the one in service, checked, synced to disk and only then
 * published. However a build ends, the index directory can be served: a build that fails removes
 * what it wrote, one that is killed leaves that to the next build.
 *
 * <p>Needs 1 GB of heap for 600,000 studies. One build at a time in an index directory.
 */
public final class IndexBuild {

  private IndexBuild() {}

  /**
   * Runs a build to its end.
   *
   * @param options what to build
   * @param stdin read if a source is {@code -}
   * @param listener told what happens
   * @return that a generation was published, or that too many records were rejected
   * @throws UsageException if the options or the source have to be changed before the build can
   *     succeed: also if a source turns out to be damaged while it is read
   * @throws IOException if the source cannot be read, the index cannot be written, another build is
   *     running, or the build was stopped; nothing was published, unless the message says so
   */
  public static BuildResult run(BuildOptions options, InputStream stdin, BuildListener listener)
      throws IOException {
    PhaseClock clock = new PhaseClock(listener);
    clock.start(BuildPhase.PLAN);
    try (StudySource source = Preflight.openSource(options, stdin)) {
      IndexDirectory index = Preflight.openTarget(options.indexDir());
      BuildLock lock = BuildLock.acquire(index.path());
      try (lock) {
        return build(options, source, index, listener, clock);
      }
    } catch (SourceException e) {
      throw e.isLasting() ? new UsageException(String.valueOf(e.getMessage()), e) : e;
    } catch (IOException e) {
      throw WriteFault.explain(e, options.indexDir());
    }
  }

  private static BuildResult build(
      BuildOptions options,
      StudySource source,
      IndexDirectory index,
      BuildListener listener,
      PhaseClock clock)
      throws IOException {
    Workspace.deleteLeftovers(index)
        .forEach(name -> listener.noted("removed " + name + ", left by a build that was killed"));
    BuildPlan plan = Preflight.plan(options, source.info(), index);
    BuildProgress progress = new BuildProgress(source::bytesRead, plan.sourceBytes());
    listener.planned(plan, progress);
    try (Workspace workspace = Workspace.of(index);
        ShutdownGuard guard = ShutdownGuard.install(workspace, listener)) {
      workspace.create(); // after the guard that deletes it
      BuildRun.Setting setting = new BuildRun.Setting(options, plan, source, index, workspace);
      return new BuildRun(setting, progress, guard.stop(), listener, clock).run();
    }
  }
}
