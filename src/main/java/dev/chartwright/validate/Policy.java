package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

/** A rule of good practice over rendered objects, from which a written reason may exempt one of them. */
interface Policy {
    /** The problem codes that it tells, by which `exemptions` name it. */
    List<String> checks();

    Stream<Finding> find(Release release);
}
