package io.perennial.ingest.collect;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Opens a collection request's body before anybody asks for a parameter: Tomcat then never parses it as a form. The rudder
 * client sends gzip as {@code application/x-www-form-urlencoded}.
 */
final class RawBodyFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.getInputStream();
        chain.doFilter(request, response);
    }
}
