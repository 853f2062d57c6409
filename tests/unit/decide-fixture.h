/* Cases for the decision about an order, from tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All texts are JSON with single quotes and tell only what is different from
 * the usual; %NULL stands for nothing.
 */
#pragma once

#include "bright-order-rows.h"

G_BEGIN_DECLS

/**
 * DecideCase:
 * @name: what happens, in words
 * @settings: the settings file
 * @world: what Brightpearl has: lists `contacts`, `products`, `sales-orders`, `currencies`, and
 *   `configuration`. By default the products MUG-1 (1001), TEA-1 (1002) and the service
 *   WRAP (1003), the customer Mira Oke (201), pounds and euros
 * @order: the store's order, as for decide_order_new()
 * @written: the order that the sales orders were made of; by default @order
 * @sales_orders: a list: how each sales order that is there (5501, 5502 ...) differs from what
 *   was written to it; %NULL if there are none
 * @link: what is kept about the order
 * @situation: `now`, `fresh` (as for decide_parse_freshness()), `previous` (the code with which
 *   it was held) and `approved`
 * @expected: the rows, or the decision, in words
 * @body: what must be in the body of the step
 *
 * One row of a table.
 */
typedef struct
{
  const char *name;
  const char *settings;
  const char *world;
  const char *order;
  const char *written;
  const char *sales_orders;
  const char *link;
  const char *situation;
  const char *expected;
  const char *body;
} DecideCase;

/**
 * DecideFixture:
 * @settings: the settings
 * @world: what is known of Brightpearl
 * @order: the store's order
 * @order_case: all of it as a case
 *
 * A case that can be decided on.
 */
typedef struct
{
  BrightSettingsSnapshot *settings;
  BrightWorld *world;
  BigcommerceOrder *order;
  char *content;
  char *subject;
  char *previous_code;
  BrightOrderLink *link;
  GPtrArray *sales_orders;
  BrightOrderCase order_case;
} DecideFixture;

DecideFixture *decide_fixture_new (const DecideCase *row);
void decide_fixture_free (DecideFixture *fixture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DecideFixture, decide_fixture_free)

/* Puts another order into the fixture; takes @order. */
void decide_fixture_take_order (DecideFixture *fixture, BigcommerceOrder *order);

/* Fails the test unless the sums over the parts of a plan equal the order's totals. */
void decide_assert_balanced (const BrightOrderPlan *plan, const BigcommerceOrder *order);

/* Compares the rows that are planned, or the decision, with what is expected. */
void decide_check_plan (gconstpointer row);
void decide_check_decision (gconstpointer row);

/* Adds a test for each row of a table, below @path. */
void decide_add_tests (const char *path, const DecideCase *rows, gsize n_rows, GTestDataFunc check);

G_END_DECLS
