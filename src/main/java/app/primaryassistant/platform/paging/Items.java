package app.primaryassistant.platform.paging;

import java.util.List;

/** A list that is short by nature and so has no pages. */
public record Items<T>(List<T> items) {}
