package org.studyatlas.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers for the constants of enumerations, as they come; for those that the catalogue does not
 * know too. Safe for use by several threads.
 */
final class Constants {

  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final List<String> constants = new ArrayList<>();

  int number(String constant) {
    Integer number = numbers.get(constant);
    return number != null ? number : enter(constant);
  }

  private synchronized int enter(String constant) {
    Integer number = numbers.putIfAbsent(constant, constants.size());
    if (number != null) {
      return number;
    }
    constants.add(constant);
    return constants.size() - 1;
  }

  synchronized String constant(int number) {
    return constants.get(number);
  }
}
