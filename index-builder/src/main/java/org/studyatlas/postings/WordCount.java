package org.studyatlas.postings;

import org.apache.lucene.util.Attribute;

/** How many words a token stands for. */
interface WordCount extends Attribute {

  /** The number of words. */
  int get();

  /** Sets the number of words. */
  void set(int words);
}
