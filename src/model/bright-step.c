/* Steps, intents, subjects and activity: their tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-step.h"

const char *
bright_platform_name (BrightPlatform platform)
{
  return platform == BRIGHT_PLATFORM_BIGCOMMERCE ? "bigcommerce" : "brightpearl";
}

static const BrightField step_fields[] = {
  BRIGHT_FIELD (BrightStep, STRING, subject, "subject"),
  BRIGHT_FIELD (BrightStep, STRING, flow, "flow"),
  BRIGHT_FIELD (BrightStep, STRING, platform, "platform"),
  BRIGHT_FIELD (BrightStep, STRING, kind, "kind"),
  BRIGHT_FIELD (BrightStep, STRING, verb, "verb"),
  BRIGHT_FIELD (BrightStep, STRING, summary, "summary"),
  BRIGHT_FIELD (BrightStep, STRING, before, "before"),
  BRIGHT_FIELD (BrightStep, STRING, after, "after"),
  BRIGHT_FIELD (BrightStep, STRING, method, "method"),
  BRIGHT_FIELD (BrightStep, STRING, path, "path"),
  BRIGHT_FIELD (BrightStep, STRING, body, "body"),
  BRIGHT_FIELD (BrightStep, INTEGER, version, "version"),
  BRIGHT_FIELD (BrightStep, STRING, key, "key"),
  {},
};

const BrightRecordType bright_step_type = { "step", sizeof (BrightStep), step_fields };

static const BrightField intent_fields[] = {
  BRIGHT_FIELD (BrightIntent, INTEGER, id, "id"),
  BRIGHT_FIELD (BrightIntent, STRING, subject, "subject"),
  BRIGHT_FIELD (BrightIntent, STRING, platform, "platform"),
  BRIGHT_FIELD (BrightIntent, STRING, kind, "kind"),
  BRIGHT_FIELD (BrightIntent, STRING, key, "key"),
  BRIGHT_FIELD (BrightIntent, STRING, method, "method"),
  BRIGHT_FIELD (BrightIntent, STRING, path, "path"),
  BRIGHT_FIELD (BrightIntent, STRING, body, "body"),
  BRIGHT_FIELD (BrightIntent, STRING, outcome, "outcome"),
  BRIGHT_FIELD (BrightIntent, STRING, detail, "detail"),
  BRIGHT_FIELD (BrightIntent, INTEGER, sent_at, "sent_at"),
  BRIGHT_FIELD (BrightIntent, INTEGER, settled_at, "settled_at"),
  {},
};

const BrightRecordType bright_intent_type = { "intent", sizeof (BrightIntent), intent_fields };

static const BrightField subject_fields[] = {
  BRIGHT_FIELD (BrightSubject, STRING, subject, "subject"),
  BRIGHT_FIELD (BrightSubject, INTEGER, number, "number"),
  BRIGHT_FIELD (BrightSubject, STRING, flow, "flow"),
  BRIGHT_FIELD (BrightSubject, STRING, state, "state"),
  BRIGHT_FIELD (BrightSubject, STRING, code, "code"),
  BRIGHT_FIELD (BrightSubject, STRING, setting, "setting"),
  BRIGHT_FIELD (BrightSubject, STRING, message, "message"),
  BRIGHT_FIELD (BrightSubject, BOOLEAN, attention, "attention"),
  BRIGHT_FIELD (BrightSubject, STRING, title, "title"),
  BRIGHT_FIELD (BrightSubject, STRING, email, "email"),
  BRIGHT_FIELD (BrightSubject, STRING, currency, "currency"),
  BRIGHT_FIELD (BrightSubject, MONEY, amount, "amount"),
  BRIGHT_FIELD (BrightSubject, INTEGER, placed_at, "placed_at"),
  BRIGHT_FIELD (BrightSubject, INTEGER, changed_at, "changed_at"),
  BRIGHT_FIELD (BrightSubject, INTEGER, retry_at, "retry_at"),
  BRIGHT_FIELD (BrightSubject, INTEGER, attempts, "attempts"),
  BRIGHT_FIELD (BrightSubject, STRING, link, "link"),
  {},
};

const BrightRecordType bright_subject_type = { "subject", sizeof (BrightSubject), subject_fields };

static const BrightField activity_fields[] = {
  BRIGHT_FIELD (BrightActivity, INTEGER, id, "id"),
  BRIGHT_FIELD (BrightActivity, STRING, subject, "subject"),
  BRIGHT_FIELD (BrightActivity, INTEGER, time, "time"),
  BRIGHT_FIELD (BrightActivity, STRING, what, "what"),
  BRIGHT_FIELD (BrightActivity, STRING, detail, "detail"),
  {},
};

const BrightRecordType bright_activity_type = { "activity", sizeof (BrightActivity),
                                                activity_fields };
