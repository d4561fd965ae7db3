package io.perennial.common.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** An answer that is an error, by RFC 9457: a stable type and a detail that names the field and the fix. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String TYPE_PREFIX = "urn:perennial:problem:";

    private final HttpStatus status;
    private final String slug;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    private Problem(HttpStatus status, String slug, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.slug = slug;
    }

    public static Problem of(HttpStatus status, String slug, String detail) {
        return new Problem(status, slug, detail);
    }

    public static Problem badRequest(String slug, String detail) {
        return of(HttpStatus.BAD_REQUEST, slug, detail);
    }

    public static Problem notFound(String slug, String detail) {
        return of(HttpStatus.NOT_FOUND, slug, detail);
    }

    public static Problem conflict(String slug, String detail) {
        return of(HttpStatus.CONFLICT, slug, detail);
    }

    public static Problem unprocessable(String slug, String detail) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, slug, detail);
    }

    public static Problem unavailable(String slug, String detail) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, slug, detail);
    }

    /** The problem with one more member, e.g. {@code field}. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    /** What the type ends with, e.g. {@code profile-not-found}. */
    public String slug() {
        return slug;
    }

    /** The problem as the body of an answer. */
    public ProblemDetail toDetail() {
        ProblemDetail detail = detail(status, slug, getMessage());
        members.forEach(detail::setProperty);
        return detail;
    }

    static ProblemDetail detail(HttpStatusCode status, String slug, @Nullable String text) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, text);
        detail.setType(URI.create(TYPE_PREFIX + slug));
        return detail;
    }
}
