package org.studyatlas.render;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node of a selection: a value that is wanted as a whole, or an object of which some members are.
 * Arrays leave no mark: a node stands for each element of one.
 */
final class SelectionNode {

  private final byte[] key;
  private final Map<String, SelectionNode> members = new HashMap<>();
  private boolean whole;

  private SelectionNode(String name) {
    key = ('"' + name + "\":").getBytes(StandardCharsets.UTF_8);
  }

  /** A value that is wanted as a whole. */
  static SelectionNode whole(String name) {
    SelectionNode node = new SelectionNode(name);
    node.whole = true;
    return node;
  }

  /** A root whose descendants at those dotted paths are wanted as a whole. */
  static SelectionNode ofPaths(Collection<String> paths) {
    SelectionNode root = new SelectionNode("");
    for (String path : paths) {
      SelectionNode node = root;
      for (String name : path.split("\\.")) {
        node = node.members.computeIfAbsent(name, SelectionNode::new);
      }
      node.whole = true;
    }
    return root;
  }

  /** Whether the value is wanted with everything below it. */
  boolean isWhole() {
    return whole;
  }

  /** The member of that JSON name, or null if nothing of it is wanted. */
  @Nullable SelectionNode member(String name) {
    return members.get(name);
  }

  /**
   * The node at a dotted path below this one.
   *
   * @throws IllegalArgumentException if nothing is wanted there
   */
  SelectionNode at(String path) {
    SelectionNode node = this;
    for (String name : path.split("\\.")) {
      SelectionNode member = node.member(name);
      if (member == null) {
        throw new IllegalArgumentException("nothing is selected at '" + path + "'");
      }
      node = member;
    }
    return node;
  }

  /** Number of members of which something is wanted. */
  int size() {
    return members.size();
  }

  /** The JSON name in quotes with its colon, in UTF-8; not to be changed. */
  byte[] key() {
    return key;
  }
}
