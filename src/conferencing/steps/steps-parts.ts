import { ReportStepHandler } from './report-step.js';
import { Steps } from './steps.js';
import { StepsController } from './steps.controller.js';
import { WayOfRegistrantHandler } from './way-of-registrant.js';

/** Everything that the steps on the way in consist of, for the module. */
export const stepsParts = [Steps, ReportStepHandler, WayOfRegistrantHandler];

export const stepsControllers = [StepsController];
