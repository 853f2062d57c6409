/* A clock that tests can set.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-clock.h"

typedef struct
{
  guint id;
  gint64 due; /* on the manual clock, microseconds */
  GSourceOnceFunc function;
  gpointer user_data;
} Call;

struct _BrightClock
{
  GObject parent_instance;

  gboolean manual;
  gint64 start;  /* seconds since 1970 at which a manual clock started */
  gint64 moved;  /* microseconds by which it was moved since */
  guint last_id; /* of the calls below */
  GQueue calls;  /* (element-type Call) (owned): of a manual clock, by due time */
};

G_DEFINE_FINAL_TYPE (BrightClock, bright_clock, G_TYPE_OBJECT)

static void
bright_clock_finalize (GObject *object)
{
  BrightClock *self = BRIGHT_CLOCK (object);

  g_queue_clear_full (&self->calls, g_free);
  G_OBJECT_CLASS (bright_clock_parent_class)->finalize (object);
}

static void
bright_clock_class_init (BrightClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bright_clock_finalize;
}

static void
bright_clock_init (BrightClock *self)
{
  g_queue_init (&self->calls);
}

BrightClock *
bright_clock_new_system (void)
{
  return g_object_new (BRIGHT_TYPE_CLOCK, NULL);
}

BrightClock *
bright_clock_new_manual (gint64 seconds)
{
  BrightClock *self = g_object_new (BRIGHT_TYPE_CLOCK, NULL);

  self->manual = TRUE;
  self->start = seconds;
  return self;
}

gint64
bright_clock_get_seconds (BrightClock *self)
{
  g_return_val_if_fail (BRIGHT_IS_CLOCK (self), 0);

  if (self->manual)
    return self->start + self->moved / G_USEC_PER_SEC;
  return g_get_real_time () / G_USEC_PER_SEC;
}

gint64
bright_clock_get_monotonic (BrightClock *self)
{
  g_return_val_if_fail (BRIGHT_IS_CLOCK (self), 0);

  return self->manual ? self->moved : g_get_monotonic_time ();
}

static int
compare_calls (gconstpointer a, gconstpointer b, gpointer unused)
{
  const Call *one = a;
  const Call *other = b;

  if (one->due != other->due)
    return one->due < other->due ? -1 : 1;
  return one->id < other->id ? -1 : 1;
}

guint
bright_clock_call_after (BrightClock *self,
                         gint64 microseconds,
                         GSourceOnceFunc function,
                         gpointer user_data)
{
  Call *call;

  g_return_val_if_fail (BRIGHT_IS_CLOCK (self) && microseconds >= 0, 0);

  if (!self->manual)
    {
      /* Rounded up: waking too early would only mean waiting again. */
      gint64 milliseconds = (microseconds + 999) / 1000;

      return g_timeout_add_once ((guint) MIN (milliseconds, G_MAXINT), function, user_data);
    }
  call = g_new (Call, 1);
  call->id = ++self->last_id;
  call->due = self->moved + microseconds;
  call->function = function;
  call->user_data = user_data;
  g_queue_insert_sorted (&self->calls, call, compare_calls, NULL);
  return call->id;
}

void
bright_clock_cancel_call (BrightClock *self, guint id)
{
  g_return_if_fail (BRIGHT_IS_CLOCK (self) && id != 0);

  if (!self->manual)
    {
      g_source_remove (id);
      return;
    }
  for (GList *link = self->calls.head; link != NULL; link = link->next)
    if (((Call *) link->data)->id == id)
      {
        g_free (link->data);
        g_queue_delete_link (&self->calls, link);
        return;
      }
}

void
bright_clock_advance (BrightClock *self, gint64 microseconds)
{
  gint64 target;

  g_return_if_fail (BRIGHT_IS_CLOCK (self) && self->manual && microseconds >= 0);

  target = self->moved + microseconds;
  while (self->calls.head != NULL && ((Call *) self->calls.head->data)->due <= target)
    {
      g_autofree Call *call = g_queue_pop_head (&self->calls);

      self->moved = MAX (self->moved, call->due);
      call->function (call->user_data);
    }
  self->moved = target;
}
