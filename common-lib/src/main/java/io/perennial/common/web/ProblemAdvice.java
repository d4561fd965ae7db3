package io.perennial.common.web;

import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Every failure of a request as a problem detail with a stable type; only the unexpected is a 500, and is logged. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem) {
        return answer(problem.toDetail());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(ConstraintViolationException invalid) {
        String detail = invalid.getConstraintViolations().stream()
                .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        return answer(Problem.detail(HttpStatus.BAD_REQUEST, "invalid-request", detail));
    }

    @ExceptionHandler({
        CannotGetJdbcConnectionException.class,
        CannotCreateTransactionException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<ProblemDetail> databaseAway(Exception failure) {
        LOG.warn("The database did not answer: {}", failure.toString());
        ProblemDetail detail = Problem.detail(
                HttpStatus.SERVICE_UNAVAILABLE, "database-away", "The database does not answer; try again.");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception failure) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure; // Spring Security answers these
        }
        LOG.error("A request failed", failure);
        ProblemDetail detail = Problem.detail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something here is broken; it is logged under the trace id.");
        String trace = MDC.get("traceId");
        if (trace != null) {
            detail.setProperty("traceId", trace);
        }
        return answer(detail);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> error.getField() + " " + error.getDefaultMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        return handleExceptionInternal(
                invalid, Problem.detail(HttpStatus.BAD_REQUEST, "invalid-request", detail), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String why = unreadable.getCause() instanceof JacksonException json
                ? json.getOriginalMessage() + where(json)
                : "it is missing or unreadable";
        return handleExceptionInternal(
                unreadable,
                Problem.detail(HttpStatus.BAD_REQUEST, "malformed-json", "The body must be JSON: " + why),
                headers,
                status,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException missing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail =
                "There is no /%s here; /swagger-ui.html lists what there is.".formatted(missing.getResourcePath());
        return handleExceptionInternal(missing, Problem.detail(status, slug(status), detail), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException other,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String[] supported = other.getSupportedMethods();
        String detail = other.getMethod() + " is not possible here"
                + (supported == null
                        ? "."
                        : "; possible: " + String.join(", ", new TreeSet<>(List.of(supported))) + ".");
        return handleExceptionInternal(other, Problem.detail(status, slug(status), detail), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Object answer = body;
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            answer = Problem.detail(
                    HttpStatus.BAD_REQUEST,
                    "invalid-request",
                    mismatch.getName() + " must be "
                            + (mismatch.getRequiredType() == null
                                    ? "of another type"
                                    : mismatch.getRequiredType().getSimpleName().toLowerCase(Locale.ROOT))
                            + "; it is \"" + mismatch.getValue() + '"');
        } else if (answer == null && failure instanceof ErrorResponse framework) {
            ProblemDetail detail = framework.updateAndGetBody(getMessageSource(), LocaleContextHolder.getLocale());
            answer = Problem.detail(status, slug(status), detail.getDetail());
        }
        return super.handleExceptionInternal(failure, answer, headers, status, request);
    }

    /** Of the framework's own errors: the status in words, e.g. {@code not-acceptable}. */
    private static String slug(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? "error" : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String where(JacksonException json) {
        return json.getLocation() == null
                ? ""
                : " at line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr();
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
        return ResponseEntity.status(detail.getStatus()).body(detail);
    }
}
