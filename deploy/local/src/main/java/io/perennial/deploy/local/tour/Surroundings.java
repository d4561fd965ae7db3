package io.perennial.deploy.local.tour;

import io.perennial.deploy.local.service.Service;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Where the tour goes: the services that run, the mail server, and the folder of the logs. */
public record Surroundings(Map<Service, URI> urls, URI mail, Path logs) {

    public Surroundings {
        urls = Map.copyOf(urls);
    }

    /** A path of a service, as in {@code /v1/profiles/10042}. */
    URI at(Service service, String path) {
        var url = urls.get(service);
        if (url == null) {
            throw new IllegalArgumentException(service + " does not run here");
        }
        return url.resolve(path);
    }
}
