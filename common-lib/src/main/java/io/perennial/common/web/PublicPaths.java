package io.perennial.common.web;

import java.util.List;

/** Paths that take no API key, as Spring path patterns; a service declares one as a bean. */
public record PublicPaths(List<String> patterns) {}
