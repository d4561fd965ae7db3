package io.perennial.campaign.delivery;

import io.perennial.campaign.contact.Shopper;
import io.perennial.campaign.contact.UnsubscribeLinks;
import io.perennial.campaign.template.Placeholders;
import io.perennial.campaign.template.Template;
import io.perennial.campaign.template.TemplateCatalog;
import io.perennial.common.identity.Identifier;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends e-mails over SMTP, each with a Message-ID of its decision and a way out (RFC 2369, RFC 8058). */
@Component
class EmailChannel implements Channel<Message.Email> {

    private final JavaMailSender sender;
    private final TemplateCatalog templates;
    private final UnsubscribeLinks unsubscribe;
    private final DeliveryProperties.Email settings;

    EmailChannel(
            JavaMailSender sender,
            TemplateCatalog templates,
            UnsubscribeLinks unsubscribe,
            DeliveryProperties properties) {
        this.sender = sender;
        this.templates = templates;
        this.unsubscribe = unsubscribe;
        this.settings = properties.email();
    }

    @Override
    public Attempt send(Message.Email message, Shopper shopper) {
        String address = shopper.standing().email();
        Identifier leading = shopper.leading();
        Template template = templates.find(message.template());
        if (address == null || leading == null) {
            return new Attempt.Refused("the shopper has no e-mail address any more");
        }
        if (template == null) {
            return new Attempt.Refused("there is no template '" + message.template() + "' any more");
        }
        String wayOut = unsubscribe.link(message.decisionId(), leading);
        Map<String, String> values = values(message, shopper, wayOut);
        try {
            sender.send(mime(message, address, template, values, wayOut));
            return new Attempt.Delivered();
        } catch (AddressException e) {
            return new Attempt.Refused("the e-mail address is not valid");
        } catch (MessagingException e) {
            return new Attempt.Refused("the mail cannot be built: " + e.getMessage());
        } catch (MailException e) {
            return rejected(e)
                    ? new Attempt.Refused("the mail server refuses the address")
                    : new Attempt.TryAgain(cause(e));
        }
    }

    private MimeMessage mime(
            Message.Email message, String address, Template template, Map<String, String> values, String wayOut)
            throws MessagingException {
        String messageId = "<" + message.idempotencyKey() + "@perennial>";
        MimeMessage mime = new OwnMessageId(messageId);
        MimeMessageHelper helper = new MimeMessageHelper(mime, true, "UTF-8");
        helper.setFrom(new InternetAddress(settings.from(), true));
        helper.setTo(new InternetAddress(address, true));
        String subject = message.subject() == null ? template.subject() : message.subject();
        helper.setSubject(Placeholders.fillLine(subject, values));
        helper.setText(Placeholders.fill(template.text(), values), Placeholders.fillHtml(template.html(), values));
        mime.setHeader("List-Unsubscribe", "<" + wayOut + ">");
        mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        mime.setHeader("X-Perennial-Decision", message.decisionId().toString());
        return mime;
    }

    private Map<String, String> values(Message.Email message, Shopper shopper, String wayOut) {
        Map<String, String> values = new HashMap<>(message.facts());
        values.put("shop_name", settings.shopName());
        values.put("shop_url", settings.shopUrl());
        values.put("unsubscribe_url", wayOut);
        String name = shopper.standing().name();
        if (name != null) {
            values.put("name", name);
            values.put("first_name", name.split(" ", 2)[0]);
        }
        return values;
    }

    /** A permanent answer (5xx) about the recipient; anything else may pass. */
    private static boolean rejected(MailException failure) {
        return failure instanceof MailSendException send
                && send.getFailedMessages().values().stream().anyMatch(EmailChannel::aboutRecipient);
    }

    private static boolean aboutRecipient(Exception failure) {
        return failure instanceof SendFailedException sent
                && sent.getInvalidAddresses() != null
                && sent.getInvalidAddresses().length > 0;
    }

    private static String cause(MailException failure) {
        Throwable root = failure.getMostSpecificCause();
        if (failure instanceof MailSendException send && send.getMessageExceptions().length > 0) {
            root = send.getMessageExceptions()[0];
        }
        String text = root.getMessage();
        return text == null ? root.getClass().getSimpleName() : text.strip();
    }

    /** JavaMail would replace a Message-ID that was set as a header. */
    private static final class OwnMessageId extends MimeMessage {
        private final String messageId;

        OwnMessageId(String messageId) {
            super((jakarta.mail.@Nullable Session) null);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
