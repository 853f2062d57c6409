/* An endpoint: its life, its properties and its session.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-http-private.h"

#include <string.h>

#define DEFAULT_PATIENCE 60u
#define SHORTEST_SILENCE 10u
#define LONGEST_SILENCE 60u

enum
{
  PROP_0,
  PROP_REQUESTS,
  PROP_REMAINING,
  PROP_THROTTLED_UNTIL,
  PROP_REQUESTS_PER_MINUTE,
  PROP_PATIENCE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BrightHttpEndpoint, bright_http_endpoint, G_TYPE_OBJECT)

static void
bright_http_endpoint_dispose (GObject *object)
{
  bright_http_endpoint_close (BRIGHT_HTTP_ENDPOINT (object));
  G_OBJECT_CLASS (bright_http_endpoint_parent_class)->dispose (object);
}

static void
bright_http_endpoint_finalize (GObject *object)
{
  BrightHttpEndpoint *self = BRIGHT_HTTP_ENDPOINT (object);

  g_clear_object (&self->session);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->headers, g_hash_table_unref);
  g_free (self->base_url);
  G_OBJECT_CLASS (bright_http_endpoint_parent_class)->finalize (object);
}

static void
bright_http_endpoint_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrightHttpEndpoint *self = BRIGHT_HTTP_ENDPOINT (object);

  switch (id)
    {
    case PROP_REQUESTS:
      g_value_set_uint64 (value, self->requests);
      break;
    case PROP_REMAINING:
      g_value_set_int64 (value, bright_http_budget_get_remaining (&self->budget));
      break;
    case PROP_THROTTLED_UNTIL:
      g_value_set_int64 (value, self->throttled_until);
      break;
    case PROP_REQUESTS_PER_MINUTE:
      g_value_set_uint (value, self->requests_per_minute);
      break;
    case PROP_PATIENCE:
      g_value_set_uint (value, self->patience);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

void
bright_http_endpoint_set_silence (BrightHttpEndpoint *self, guint seconds)
{
  g_return_if_fail (BRIGHT_IS_HTTP_ENDPOINT (self));

  soup_session_set_timeout (self->session, seconds);
}

static void
set_requests_per_minute (BrightHttpEndpoint *self, guint requests_per_minute)
{
  if (self->requests_per_minute == requests_per_minute)
    return;
  self->requests_per_minute = requests_per_minute;
  bright_http_budget_set_ceiling (&self->budget, requests_per_minute);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REQUESTS_PER_MINUTE]);
  bright_http_endpoint_pump (self);
}

static void
set_patience (BrightHttpEndpoint *self, guint patience)
{
  if (self->patience == patience)
    return;
  self->patience = patience;
  bright_http_endpoint_set_silence (self, CLAMP (patience, SHORTEST_SILENCE, LONGEST_SILENCE));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATIENCE]);
}

static void
bright_http_endpoint_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  BrightHttpEndpoint *self = BRIGHT_HTTP_ENDPOINT (object);

  switch (id)
    {
    case PROP_REQUESTS_PER_MINUTE:
      set_requests_per_minute (self, g_value_get_uint (value));
      break;
    case PROP_PATIENCE:
      set_patience (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bright_http_endpoint_class_init (BrightHttpEndpointClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = bright_http_endpoint_dispose;
  object_class->finalize = bright_http_endpoint_finalize;
  object_class->get_property = bright_http_endpoint_get_property;
  object_class->set_property = bright_http_endpoint_set_property;
  properties[PROP_REQUESTS]
      = g_param_spec_uint64 ("requests", NULL, NULL, 0, G_MAXUINT64, 0, readable);
  properties[PROP_REMAINING]
      = g_param_spec_int64 ("remaining", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_THROTTLED_UNTIL]
      = g_param_spec_int64 ("throttled-until", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_REQUESTS_PER_MINUTE]
      = g_param_spec_uint ("requests-per-minute", NULL, NULL, 0, G_MAXUINT, 0, writable);
  properties[PROP_PATIENCE]
      = g_param_spec_uint ("patience", NULL, NULL, 0, G_MAXUINT, DEFAULT_PATIENCE, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

/* Tokens are wiped, so that they do not linger in memory or in a core file. */
static void
free_secret (gpointer data)
{
  explicit_bzero (data, strlen (data));
  g_free (data);
}

static void
bright_http_endpoint_init (BrightHttpEndpoint *self)
{
  g_queue_init (&self->waiting);
  g_queue_init (&self->sending);
  g_queue_init (&self->pausing);
  self->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_secret);
  self->patience = DEFAULT_PATIENCE;
}

static SoupSession *
make_session (gboolean loopback)
{
  SoupSession *session;

  session = soup_session_new_with_options (
      "max-conns", BRIGHT_HTTP_MAXIMUM_IN_FLIGHT, "max-conns-per-host",
      BRIGHT_HTTP_MAXIMUM_IN_FLIGHT, "timeout", LONGEST_SILENCE, "idle-timeout", LONGEST_SILENCE,
      "user-agent", "BrightConnect/" BRIGHT_VERSION, NULL);
  /* It would ask for passwords; the platforms know tokens only. */
  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  if (loopback)
    soup_session_set_proxy_resolver (session, NULL);
  return session;
}

BrightHttpEndpoint *
bright_http_endpoint_new (const BrightHttpPlatform *platform,
                          const char *base_url,
                          BrightClock *clock,
                          GError **error)
{
  BrightHttpEndpoint *self;
  g_autofree char *address = NULL;
  gboolean loopback;

  g_return_val_if_fail (platform != NULL && base_url != NULL && BRIGHT_IS_CLOCK (clock), NULL);

  address = bright_http_address_check (base_url, &loopback, error);
  if (address == NULL)
    return NULL;
  self = g_object_new (BRIGHT_TYPE_HTTP_ENDPOINT, NULL);
  self->platform = platform;
  self->base_url = g_steal_pointer (&address);
  self->clock = g_object_ref (clock);
  self->session = make_session (loopback);
  bright_http_budget_init (&self->budget, clock, platform->quota, platform->window);
  return self;
}

void
bright_http_endpoint_set_header (BrightHttpEndpoint *self, const char *name, const char *value)
{
  char *text;

  g_return_if_fail (BRIGHT_IS_HTTP_ENDPOINT (self) && name != NULL && value != NULL);

  text = g_strstrip (g_strdup (value));
  /* A line break would start another header. */
  for (char *cursor = text; *cursor != '\0'; cursor++)
    if (g_ascii_iscntrl (*cursor))
      *cursor = '?';
  g_hash_table_replace (self->headers, g_strdup (name), text);
}

void
bright_http_endpoint_count_request (BrightHttpEndpoint *self)
{
  self->requests++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REQUESTS]);
}

void
bright_http_endpoint_set_throttled_until (BrightHttpEndpoint *self, gint64 seconds)
{
  if (self->throttled_until == seconds)
    return;
  self->throttled_until = seconds;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THROTTLED_UNTIL]);
}

guint64
bright_http_endpoint_get_requests (BrightHttpEndpoint *self)
{
  g_return_val_if_fail (BRIGHT_IS_HTTP_ENDPOINT (self), 0);

  return self->requests;
}

gint64
bright_http_endpoint_get_throttled_until (BrightHttpEndpoint *self)
{
  g_return_val_if_fail (BRIGHT_IS_HTTP_ENDPOINT (self), 0);

  return self->throttled_until;
}

void
bright_http_endpoint_get_budget (BrightHttpEndpoint *self,
                                 guint *used,
                                 guint *limit,
                                 guint *window_seconds)
{
  gint64 window;
  gint64 allowed;

  g_return_if_fail (BRIGHT_IS_HTTP_ENDPOINT (self));
  g_return_if_fail (used != NULL && limit != NULL && window_seconds != NULL);

  allowed = bright_http_budget_get_limit (&self->budget, &window);
  *limit = (guint) CLAMP (allowed, 0, G_MAXUINT);
  *used = (guint) CLAMP (allowed - bright_http_budget_get_remaining (&self->budget), 0, *limit);
  *window_seconds = (guint) (window / G_TIME_SPAN_SECOND);
}

const BrightHttpPlatform *
bright_http_endpoint_get_platform (BrightHttpEndpoint *self)
{
  g_return_val_if_fail (BRIGHT_IS_HTTP_ENDPOINT (self), NULL);

  return self->platform;
}
