import { Injectable } from '@nestjs/common';
import { Retention } from '../platform/database/retention.js';
import { Registration } from './model/registration.js';

/** So many days after a session its registrants are forgotten without anyone asking. */
@Injectable()
export class EraseAfterRetention {
  constructor(retention: Retention) {
    retention.ofEach(Registration,
      `select registration.id from registration.registration join registration.session on session.session_id = registration.session_id
        where registration.erased_at is null and session.status <> 'live'
          and coalesce(session.over_at, session.ends_at + interval '1 hour') < now() - make_interval(days => ?)
        limit ? for update of registration skip locked`);
  }
}
