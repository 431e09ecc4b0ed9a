package org.studyatlas.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this program, as its build wrote it down. */
public final class BuilderVersion {

  private static final String RESOURCE = "version.properties";
  private static final String VERSION = read();

  private BuilderVersion() {}

  /** E.g. {@code 0.1.0}. */
  public static String get() {
    return VERSION;
  }

  private static String read() {
    Properties properties = new Properties();
    try (InputStream in = BuilderVersion.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("resource " + RESOURCE + " is missing");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + RESOURCE + " is unreadable", e);
    }
    return properties.getProperty("version", "");
  }
}
